package parley.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import parley.templates.DynamicTemplates;
import parley.templates.StaticTemplates;
import parley.templates.Templates;

/** Where the templates come from: compiled by the build, or from their folder as they are now. */
public final class TemplatesIn {

    private TemplatesIn() {}

    public static Templates build() {
        return new StaticTemplates();
    }

    /** Compiles a template anew when it has changed. Into a package of its own, or the build's classes would win. */
    public static Templates folder(Path templates) {
        var engine = TemplateEngine.create(new DirectoryCodeResolver(templates), Path.of("target", "jte-dev"),
                ContentType.Html,
                TemplatesIn.class.getClassLoader(), "parley.templates.dev");
        engine.setTrimControlStructures(true);
        return new DynamicTemplates(engine);
    }
}

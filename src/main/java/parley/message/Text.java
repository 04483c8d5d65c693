package parley.message;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;

/** A part of a message's body: what to show, and where a link leads. */
public sealed interface Text {

    record Plain(String text) implements Text {}

    record Link(String text, String url) implements Text {}

    /** Cuts the body into plain text and links. Only http and https become links, so no link can run a script. */
    static List<Text> parts(String body) {
        var parts = new ArrayList<Text>();
        for (Span span : Links.IN.extractSpans(body)) {
            String text = body.substring(span.getBeginIndex(), span.getEndIndex());
            parts.add(span instanceof LinkSpan link ? link(text, link.getType()) : new Plain(text));
        }
        return parts;
    }

    private static Text link(String text, LinkType type) {
        if (type == LinkType.WWW) {
            return new Link(text, "https://" + text);
        }
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8)
                ? new Link(text, text)
                : new Plain(text);
    }

    /** Holds the constant, which an interface would make public. */
    final class Links {

        private static final LinkExtractor IN = LinkExtractor.builder()
                .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW)).build();

        private Links() {}
    }
}

package parley.load;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command: some runs, a table, a file. */
abstract class Scenario implements Callable<Integer> {

    private static final int FAULTY = 1;

    @Mixin
    Options options = new Options();

    @Spec
    private CommandSpec spec;

    private List<Figures> runs;

    abstract List<Figures> run();

    @Override
    public Integer call() {
        runs = run();
        var report = new Report(spec.name(), runs);
        System.out.println(report.table());
        report.write(options.json == null ? Path.of("target", "load-" + spec.name() + ".json") : options.json);
        return runs.stream().allMatch(run -> run.faults().total() == 0) ? 0 : FAULTY;
    }

    List<Figures> runs() {
        return runs;
    }
}

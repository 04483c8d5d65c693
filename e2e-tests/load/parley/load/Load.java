package parley.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Puts load on Parley. */
@Command(name = "load", description = "Puts load on Parley and checks every delivery.", mixinStandardHelpOptions = true,
        subcommands = {FanOut.class, Rooms.class, Posts.class, Idle.class, Storm.class, Slow.class, Churn.class,
                All.class, HelpCommand.class})
final class Load {

    private Load() {}

    static CommandLine commandLine() {
        return new CommandLine(new Load()).setUsageHelpAutoWidth(true);
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}

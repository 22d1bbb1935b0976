// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import io.hubgate.examples.answers.NearestName;
import io.hubgate.examples.cli.account.Complaint;
import io.hubgate.model.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The grammar of the command line. It is built by hand and not by reflection, which would take most of the time that {@code --help} has. */
final class Arguments {
    private static final String HELP = "see: hubgate inspect --help";

    private final CommandLine commandLine;

    Arguments() {
        CommandSpec spec = CommandSpec.create().name("hubgate").mixinStandardHelpOptions(true);
        spec.version("hubgate " + version());
        spec.usageMessage()
                .description("Looks at task hubs of Azure Durable Functions with nothing installed. It only reads.")
                .synopsisSubcommandLabel("COMMAND");
        spec.addSubcommand("inspect", InspectOptions.spec());
        commandLine = new CommandLine(spec)
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }

    private static String version() {
        String version = Arguments.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    ParseResult parse(List<String> args) {
        try {
            return commandLine.parseArgs(args.toArray(String[]::new));
        } catch (UnmatchedArgumentException e) {
            throw unknown(e);
        } catch (ParameterException e) {
            // The first line says what is wrong, and never has a value of an option in it that could be a secret.
            String message =
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("the command line cannot be understood");
            throw Complaint.usage(message, HELP);
        }
    }

    private static Complaint unknown(UnmatchedArgumentException e) {
        String wrong = e.getUnmatched().get(0);
        if (!e.getCommandLine().getSubcommands().isEmpty() && wrong.matches("[a-z-]{1,20}") && !wrong.startsWith("-")) {
            return Complaint.usage("'" + wrong + "' is not a command; the only one is 'inspect'", HELP);
        }
        if (!wrong.startsWith("-")) {
            // It may be a piece of a connection string that was not quoted, so it is not repeated.
            return Complaint.usage(
                    "there is a word that belongs to no option",
                    "put values with blanks or semicolons in quotes; " + HELP);
        }
        int equals = wrong.indexOf('=');
        String name = equals < 0 ? wrong : wrong.substring(0, equals);
        List<String> known = new ArrayList<>();
        e.getCommandLine().getCommandSpec().options().forEach(option -> known.add(option.longestName()));
        return Complaint.usage("'" + Text.shown(name) + "' is not an option; " + NearestName.hint(name, known), HELP);
    }

    /** Prints help or version if that is all that is asked for; true if so. */
    boolean answersItself(ParseResult parsed, PrintWriter out) {
        if (parsed.isVersionHelpRequested()
                || (parsed.hasSubcommand() && parsed.subcommand().isVersionHelpRequested())) {
            out.println(commandLine.getCommandSpec().version()[0]);
            return true;
        }
        CommandLine asked =
                parsed.hasSubcommand() ? parsed.subcommand().commandSpec().commandLine() : commandLine;
        if (parsed.isUsageHelpRequested()
                || (parsed.hasSubcommand() && parsed.subcommand().isUsageHelpRequested())) {
            asked.usage(out);
            return true;
        }
        if (!parsed.hasSubcommand()) {
            throw Complaint.usage("there is no command", "try: hubgate inspect --help");
        }
        return false;
    }
}

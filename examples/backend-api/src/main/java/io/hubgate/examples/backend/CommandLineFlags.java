// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import io.hubgate.examples.answers.NearestName;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.examples.backend.settings.SettingsException;
import io.hubgate.model.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The flags of the command line: one for each setting, {@code --help} and {@code --version}. */
final class CommandLineFlags {
    private final CommandLine commandLine;
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    CommandLineFlags() {
        CommandSpec spec = CommandSpec.create().name("hubgate-backend").mixinStandardHelpOptions(true);
        spec.version("hubgate-backend " + version());
        spec.usageMessage()
                .description("The deployment gate for Azure Durable Functions, as an HTTP server.")
                .footer(
                        "",
                        "Each flag is also an environment variable: --max-body is HUBGATE_MAX_BODY. A flag wins.",
                        "Times are ISO 8601 durations, such as PT2M or P7D.");
        for (Setting setting : Setting.values()) {
            spec.addOption(OptionSpec.builder(setting.flag())
                    .type(String.class)
                    .arity("1")
                    .paramLabel(setting.name())
                    .description(described(setting))
                    .build());
        }
        commandLine =
                new CommandLine(spec).setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }

    private static String described(Setting setting) {
        return setting.standard() == null
                ? setting.description()
                : setting.description() + " (" + setting.standard() + ")";
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    /** Parses the flags; true if they only ask for help or version, which is then printed. */
    boolean answersItself(String[] args, PrintWriter out) {
        ParseResult result = parse(args);
        if (result.isUsageHelpRequested()) {
            commandLine.usage(out);
            return true;
        }
        if (result.isVersionHelpRequested()) {
            out.println(commandLine.getCommandSpec().version()[0]);
            return true;
        }
        for (Setting setting : Setting.values()) {
            String value = result.matchedOptionValue(setting.flag(), null);
            if (value != null) {
                values.put(setting, value);
            }
        }
        return false;
    }

    Map<Setting, String> values() {
        return values;
    }

    private ParseResult parse(String[] args) {
        try {
            return commandLine.parseArgs(args);
        } catch (UnmatchedArgumentException e) {
            String wrong = e.getUnmatched().get(0);
            int equals = wrong.indexOf('=');
            String name = equals < 0 ? wrong : wrong.substring(0, equals);
            throw new SettingsException("'" + Text.shown(name) + "' is not a flag; " + NearestName.hint(name, known()));
        } catch (ParameterException e) {
            throw new SettingsException(Text.escaped(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(List.of("--help", "--version"));
        for (Setting setting : Setting.values()) {
            known.add(setting.flag());
        }
        return known;
    }
}

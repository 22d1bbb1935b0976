// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages under {@code docs/diagrams} are what the tables say. {@code -Dhubgate.update=true} writes them instead of comparing. */
class DiagramsTest {
    private static final Path PAGES = Path.of("..", "docs", "diagrams");

    private static void compare(String page, String drawn) throws IOException {
        Path file = PAGES.resolve(page);
        if (Boolean.getBoolean("hubgate.update")) {
            Files.createDirectories(PAGES);
            Files.writeString(file, drawn);
        }
        assertThat(file).exists();
        assertThat(Files.readString(file).replace("\r\n", "\n"))
                .as("docs/diagrams/%s differs from its table; draw it again with -Dhubgate.update=true", page)
                .isEqualTo(drawn);
    }

    @Test
    void the_page_of_releases_is_what_the_table_says() throws IOException {
        compare("release-phases.md", Diagrams.releases(ReleaseTable.STANDARD));
    }

    @Test
    void the_page_of_the_deployment_is_what_the_table_says() throws IOException {
        compare("deployment.md", Diagrams.deployment(DeploymentTable.STANDARD));
    }

    @Test
    void every_row_of_releases_is_in_the_picture() {
        for (ReleaseTable.Row row : ReleaseTable.STANDARD.rows()) {
            List<ReleaseTable.Row> rest = new ArrayList<>(ReleaseTable.STANDARD.rows());
            rest.remove(row);
            assertThat(Diagrams.releases(new ReleaseTable(rest)))
                    .as(row.toString())
                    .isNotEqualTo(Diagrams.releases(ReleaseTable.STANDARD));
        }
    }

    @Test
    void every_cell_of_the_deployment_is_in_the_picture() {
        DeploymentTable.STANDARD.rows().forEach((cell, outcome) -> {
            Map<DeploymentTable.Cell, DeploymentTable.Outcome> rows =
                    new LinkedHashMap<>(DeploymentTable.STANDARD.rows());
            boolean wasNone = outcome.effect() == DeploymentEffect.NONE;
            rows.put(cell, new DeploymentTable.Outcome(wasNone ? DeploymentEffect.RENEW : DeploymentEffect.NONE, null));
            assertThat(Diagrams.deployment(new DeploymentTable(rows)))
                    .as(cell.toString())
                    .isNotEqualTo(Diagrams.deployment(DeploymentTable.STANDARD));
        });
    }
}

// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.TaskHubInspector;
import io.hubgate.taskhub.azurestorage.AzureStorageInspector;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.verification.azurite.Azurite;
import io.hubgate.verification.azurite.TestStorage;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.load.HubLoader;
import io.hubgate.verification.taskhub.look.PlainInspector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every recorded snapshot, laid out in storage with its times moved to now, and judged by Hubgate through the real client. All of them lie in the
 * same two accounts, so each hub has a suffix to its name; events follow in name and time. Laying out and looking are done for many at once.
 */
@DisplayName("With every recorded snapshot in storage, through the inspector of Azure Storage")
class SnapshotsInStorageTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final HttpClient HTTP = new OkHttpAsyncHttpClientBuilder()
            .responseTimeout(Duration.ofSeconds(20))
            .build();

    /** Each look keeps to the pace of rule R-23, so that most of its time is waiting. */
    private static final int AT_ONCE = 8;

    private static final Map<Moment, Seen> SEEN = new ConcurrentHashMap<>();

    /** What was seen of a moment: by the real client, by the plain look at the image that was laid out, and what Hubgate says. */
    private record Seen(Verdict verdict, HubLook real, HubLook plain) {}

    private record Snapshot(String recording, String name) {
        static Snapshot of(Moment moment) {
            return new Snapshot(moment.recording().toString(), moment.name());
        }
    }

    /** The hubs of one snapshot, their names made longer and their times moved to now. */
    private record LaidOut(List<Moment> moments, StorageImage image, String suffix) {
        static LaidOut of(List<Moment> moments, String suffix) {
            Set<String> names =
                    moments.stream().map(moment -> moment.hub().value()).collect(Collectors.toSet());
            StorageImage image = moments.get(0).storage().withSuffix(names, suffix);
            return new LaidOut(moments, image.at(CLOCK.instant()), suffix);
        }
    }

    static Stream<Moment> moments() {
        return Moment.judged();
    }

    @BeforeAll
    static void layOutAndLook() {
        Azurite azurite = TestStorage.sharedAzurite();
        HubLoader loader = new HubLoader(
                azurite.account().connectionString(), azurite.secondAccount().connectionString());
        Map<Snapshot, List<Moment>> snapshots =
                moments().collect(Collectors.groupingBy(Snapshot::of, LinkedHashMap::new, Collectors.toList()));
        List<LaidOut> hubs = new ArrayList<>();
        snapshots.values().forEach(moments -> hubs.add(LaidOut.of(moments, "r" + hubs.size())));
        inParallel(hubs, hub -> loader.load(hub.image()));
        inParallel(hubs, hub -> hub.moments().forEach(moment -> SEEN.put(moment, seen(moment, hub))));
    }

    private static void inParallel(List<LaidOut> hubs, Consumer<LaidOut> action) {
        ForkJoinPool pool = new ForkJoinPool(AT_ONCE);
        try {
            pool.submit(() -> hubs.parallelStream().forEach(action)).join();
        } finally {
            pool.shutdown();
        }
    }

    private static Seen seen(Moment moment, LaidOut laidOut) {
        StorageImage image = laidOut.image();
        TaskHubName hub = new TaskHubName(moment.hub().value() + laidOut.suffix());
        InstantSource then = InstantSource.fixed(image.takenAt());
        TaskHubInspector real = real(image);
        TaskHubInspector plain = new PlainInspector(() -> image, then);
        List<Inspection> looks = new ArrayList<>();
        AtomicBoolean judging = new AtomicBoolean();
        // What is asked on the way there, of this hub and of the next release's, the image answers.
        TaskHubInspector both = (request, deadline) -> {
            Inspection expected = plain.inspect(request, deadline);
            if (!judging.get()) {
                return expected;
            }
            Inspection look = real.inspect(request, deadline);
            looks.addAll(List.of(look, expected));
            return look;
        };
        AtTheMoment hubgate =
                new AtTheMoment(moment, hub, both, CLOCK).withEvents().afterProduction();
        judging.set(true);
        Verdict verdict = hubgate.verdict();
        assertThat(looks).as(moment.toString()).hasSize(2).hasOnlyElementsOfType(HubLook.class);
        return new Seen(verdict, (HubLook) looks.get(0), (HubLook) looks.get(1));
    }

    private static TaskHubInspector real(StorageImage image) {
        Azurite azurite = TestStorage.sharedAzurite();
        AzureStorageInspector.Builder builder = AzureStorageInspector.builder(
                        StorageAccess.ofConnectionString(azurite.account().connectionString()), CLOCK)
                .httpClient(HTTP);
        String prefix = image.trackingPrefix();
        if (prefix != null) {
            builder.trackingStore(
                    StorageAccess.ofConnectionString(azurite.secondAccount().connectionString()), prefix);
        }
        return builder.build();
    }

    @Rule("V-6")
    @ParameterizedTest
    @MethodSource("moments")
    void theVerdictIsTheTruthAndNamesWhatIsAlive(Moment moment) {
        RightVerdict.assertRight(moment, requireNonNull(SEEN.get(moment)).verdict());
    }

    /** So what the rules do on the plain look, which is fast, they do on the real one. */
    @Rule("R-11")
    @ParameterizedTest
    @MethodSource("moments")
    void theRealLookSeesWhatThePlainOneSees(Moment moment) {
        Seen seen = requireNonNull(SEEN.get(moment));
        Instant now = seen.real().times().serviceEndedAt();
        assertThat(SeenFacts.of(seen.real(), now))
                .as(moment.toString())
                .usingRecursiveComparison()
                .isEqualTo(SeenFacts.of(seen.plain(), now));
        assertThat(seen.real().isComplete()).isTrue();
        assertThat(seen.real().requests()).isPositive();
    }
}

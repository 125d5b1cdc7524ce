package app.lookback.query.reader;

import app.lookback.query.edition.Editions;
import app.lookback.query.edition.Origin;
import app.lookback.query.library.Library;
import app.lookback.query.library.Shelved;
import app.lookback.query.platform.Readiness;
import java.net.URI;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What stands at the addresses of posts: each post's newest edition, and each edition for ever. */
@Component
class PostPages {

    private static final Pattern CHANGES =
            Pattern.compile("(/.+/)editions/([1-9][0-9]{0,8})\\.\\.\\.([1-9][0-9]{0,8})/");
    private static final Pattern EDITION = Pattern.compile("(/.+/)editions/([1-9][0-9]{0,8})/");

    private static final Pattern HISTORY = Pattern.compile("(/.+/)editions/history/");
    private static final int LONGEST_PATH = 201;
    private static final int MOST_PARTS = 10;

    private final Editions editions;
    private final Library library;
    private final Readiness readiness;
    private final MissingPage missing;
    private final WhatChanged changes;
    private final Watching watching;
    private final ImageSizes sizes;

    PostPages(
            Editions editions,
            Library library,
            WhatChanged changes,
            Watching watching,
            ImageSizes sizes,
            Readiness readiness,
            MissingPage missing) {
        this.library = library;
        this.editions = editions;
        this.changes = changes;
        this.watching = watching;
        this.sizes = sizes;
        this.readiness = readiness;
        this.missing = missing;
    }

    /** A post, an edition of it, what changed between two, or nothing. */
    Optional<ResponseEntity<byte[]>> at(String address, Origin from) {
        var path = path(address);
        var edition = EDITION.matcher(path);
        var two = CHANGES.matcher(path);
        if (edition.matches()) {
            return of(
                    edition.group(1),
                    path,
                    address,
                    post -> editions.page(post, number(edition, 2), from)
                            .map(leaf -> Page.newest(sizes.in(leaf, path))));
        }
        if (two.matches()) {
            return of(
                    two.group(1),
                    path,
                    address,
                    post -> changes.page(post, number(two, 2), number(two, 3), from)
                            .map(Page::newest));
        }
        return of(
                path,
                path,
                address,
                post -> editions.newestPage(post, from).map(leaf -> Page.newest(sizes.in(leaf, path))));
    }

    /** How the post was written, at the step to which this revision belongs. */
    Optional<ResponseEntity<byte[]>> history(String address, @Nullable String revision) {
        var path = path(address);
        var history = HISTORY.matcher(path);
        return history.matches()
                ? of(history.group(1), path, address, post -> watching.page(post, revision))
                : Optional.empty();
    }

    private Optional<ResponseEntity<byte[]>> of(
            String post, String path, String address, Function<String, Optional<ResponseEntity<byte[]>>> page) {
        if (editions.newest(post) == 0) {
            return Optional.empty();
        }
        return path.equals(address) ? gone(post).or(() -> page.apply(post)) : Optional.of(otherwiseWritten(path));
    }

    /** Where the post is now that was at this address or is said to be there, or what was below its address. */
    Optional<ResponseEntity<byte[]>> movedFrom(String address, Predicate<String> isFile) {
        return Stream.of(address, address + "/", path(address))
                .distinct()
                .flatMap(each -> Stream.concat(holder(each).stream(), Stream.ofNullable(editions.aliased(each))))
                .findFirst()
                .or(() -> below(address, isFile))
                .map(PostPages::movedForNow);
    }

    /** Where readers find the post that has claimed this address. */
    private Optional<String> holder(String address) {
        return library.claimant(address, Instant.now()).map(Shelved::path).filter(editions::found);
    }

    /** Nothing else below an address is told to have moved: what another post has claimed there is that post's. */
    private Optional<String> below(String address, Predicate<String> isFile) {
        return beginnings(address)
                .flatMap(beginning -> holder(path(beginning)).stream()
                        .flatMap(path -> parts(path + address.substring(beginning.length()), isFile)))
                .filter(target -> !target.equals(address))
                .findFirst();
    }

    private static Stream<String> parts(String target, Predicate<String> isFile) {
        var page = path(target);
        boolean isPage = Stream.of(EDITION, CHANGES, HISTORY)
                .anyMatch(part -> part.matcher(page).matches());
        return isPage ? Stream.of(page) : Stream.of(target).filter(isFile);
    }

    /** What may be a post's path in front of the rest, from the longest to the shortest. */
    private static Stream<String> beginnings(String address) {
        return IntStream.range(1, Math.min(address.length() - 1, LONGEST_PATH))
                .filter(at -> address.charAt(at) == '/')
                .limit(MOST_PARTS)
                .mapToObj(at -> address.substring(0, at + 1))
                .sorted(Comparator.comparingInt(String::length).reversed());
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Each post has one address: in lower case, and with a slash at its end. */
    private static String path(String address) {
        var path = Normalizer.normalize(address, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return path.endsWith("/") ? path : path + "/";
    }

    static ResponseEntity<byte[]> otherwiseWritten(String path) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .location(URI.create(Addresses.encoded(path)))
                .build();
    }

    /** A post may come back to where it was: no browser shall know better by then. */
    static ResponseEntity<byte[]> movedForNow(String path) {
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .cacheControl(CacheControl.noCache().cachePublic())
                .location(URI.create(Addresses.encoded(path)))
                .build();
    }

    /** What stands in the place of all that was at a post's addresses. */
    Optional<ResponseEntity<byte[]>> gone(String post) {
        if (editions.deleted(post)) {
            return Optional.of(missing.deleted());
        }
        return editions.withdrawn(post) ? Optional.of(missing.withdrawn()) : Optional.empty();
    }

    ResponseEntity<byte[]> missing(String address) {
        return readiness.isFarBehind("editions") ? missing.forNow() : missing.at(address);
    }
}

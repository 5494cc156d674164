package dev.noc.system.noc;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes queries apart, as far as these tests need it. */
public final class PromQl {

    private static final Pattern LABEL_LISTS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    // A name that is not a function's, and the labels behind it.
    private static final Pattern SELECTOR = Pattern.compile("\\b[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()(\\{[^}]*})?");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    private PromQl() {}

    /** The series that a query asks for, each without range: {@code up{job="x"} == 0} asks for {@code up{job="x"}}. */
    public static List<String> selectors(String query) {
        var bare = RANGE.matcher(LABEL_LISTS.matcher(query).replaceAll(" ")).replaceAll(" ");
        return SELECTOR.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(selector -> !WORDS.contains(selector))
                .distinct()
                .toList();
    }

    /** What Grafana puts in the place of its variables. */
    public static String filledIn(String query, String target) {
        return query.replace("$__rate_interval", "1m")
                .replace("$__range", "15m")
                .replace("$target", target)
                .replace("$probe", ".*");
    }
}

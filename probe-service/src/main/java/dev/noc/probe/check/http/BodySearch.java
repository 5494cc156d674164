package dev.noc.probe.check.http;

import java.io.IOException;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** Looks for a text in a body as it comes, and keeps no more of it than that takes. */
final class BodySearch {

    private static final long MOST_BYTES = 1 << 20;

    private BodySearch() {}

    /** Returns whether the text is in the first MiB, read in the character set that the response names. */
    static boolean finds(String text, ResponseBody body) throws IOException {
        var head = ResponseBody.create(Okio.buffer(head(body.source())), body.contentType(), -1);
        var reader = head.charStream();
        var chunk = new char[8_192];
        var window = new StringBuilder();
        for (int length = reader.read(chunk); length >= 0; length = reader.read(chunk)) {
            window.append(chunk, 0, length);
            if (window.indexOf(text) >= 0) {
                return true;
            }
            window.delete(0, Math.max(0, window.length() - text.length() + 1));
        }
        return false;
    }

    private static Source head(Source whole) {
        return new ForwardingSource(whole) {
            private long left = MOST_BYTES;

            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                if (left == 0) {
                    return -1;
                }
                var count = super.read(sink, Math.min(byteCount, left));
                left -= Math.max(0, count);
                return count;
            }
        };
    }
}

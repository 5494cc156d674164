package dev.noc.backend.system;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Why a request without the right token is refused. */
class AccessRefusal extends ErrorResponseException {

    private AccessRefusal(HttpStatus status, String type, String title, String detail) {
        super(status, Problems.of(status, type, title, detail), null);
    }

    static AccessRefusal tokenMissing() {
        var refusal = new AccessRefusal(
                HttpStatus.UNAUTHORIZED,
                "token-missing",
                "A token is needed",
                "Send the header 'Authorization: Bearer TOKEN'. The token is NOC_TOKEN, or in the file that the backend's log names.");
        refusal.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return refusal;
    }

    static AccessRefusal tokenWrong() {
        return new AccessRefusal(
                HttpStatus.FORBIDDEN,
                "token-wrong",
                "This is not the token",
                "The token that was sent is not the backend's. Compare NOC_TOKEN of the sender with that of the backend.");
    }
}

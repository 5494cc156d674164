package dev.noc.backend.target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A host name (RFC 1123), an IPv4 address or an IPv6 address: what can be pinged. Looks nothing up. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Address.Validator.class)
@interface Address {

    String message() default
            "must be a host name such as 'example.org', an IPv4 address such as '192.0.2.1' or an IPv6"
                    + " address such as '2001:db8::1', without scheme, port or path";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null and blank: whether an address may be missing is another constraint's question. */
    class Validator implements ConstraintValidator<Address, String> {

        private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
        private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
        private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");
        private static final int MAX_NAME_LENGTH = 253;

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            if (address == null || address.isBlank()) {
                return true;
            }
            return address.indexOf(':') >= 0
                    ? isIpv6(address)
                    : IPV4.matcher(address).matches() || isHostName(address);
        }

        private static boolean isIpv6(String address) {
            try {
                return !address.startsWith("[") && java.net.Inet6Address.ofLiteral(address) != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        /** The last label of a name has a letter: {@code 8.8.8} and {@code 1.2.3.400} are misspelt addresses. */
        private static boolean isHostName(String name) {
            var labels = name.split("\\.", -1);
            var last = labels[labels.length - 1];
            return name.length() <= MAX_NAME_LENGTH
                    && Pattern.matches(".*[A-Za-z].*", last)
                    && java.util.Arrays.stream(labels)
                            .allMatch(label -> LABEL.matcher(label).matches());
        }
    }
}

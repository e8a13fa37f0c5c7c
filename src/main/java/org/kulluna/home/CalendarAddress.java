package org.kulluna.home;

import jakarta.servlet.http.HttpServletRequest;
import org.kulluna.paper.Qr;

/** An address just made. {@code webcal} opens the phone's calendar; the QR code brings it to another device. */
public record CalendarAddress(String address, String webcal, Qr qr) {
    static CalendarAddress of(String token, HttpServletRequest request) {
        String address = house(request) + "/calendar/" + token + ".ics";
        String webcal = address.replaceFirst("^https?", "webcal");
        return new CalendarAddress(address, webcal, Qr.of(webcal));
    }

    /** Where this house was reached, without a path. */
    static String house(HttpServletRequest request) {
        String address = request.getRequestURL().toString();
        return address.substring(0, address.length() - request.getRequestURI().length());
    }
}

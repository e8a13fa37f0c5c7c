package org.kulluna.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Person;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.shared.Words;

/** What every template may ask: words, dates and numbers in the reader's language, who reads, and where they are. */
public final class Frame {
    private final Viewer viewer;
    private final @Nullable Person person;
    private final int unread;
    private final Words words;
    private final Formats formats;
    private final String csrf;
    private final String path;
    private final @Nullable String query;
    private final boolean demo;
    private final @Nullable String done;
    private final @Nullable Refusal refusal;
    private final Assets assets;
    private final Clock clock;

    Frame(
            Viewer viewer,
            @Nullable Person person,
            int unread,
            String language,
            String digits,
            String csrf,
            String path,
            @Nullable String query,
            boolean demo,
            @Nullable String done,
            @Nullable Refusal refusal,
            Assets assets,
            Clock clock) {
        this.viewer = viewer;
        this.person = person;
        this.unread = unread;
        this.words = Words.in(language);
        this.formats = Formats.of(language, digits);
        this.csrf = csrf;
        this.path = path;
        this.query = query;
        this.demo = demo;
        this.done = done;
        this.refusal = refusal;
        this.assets = assets;
        this.clock = clock;
    }

    // words

    public String say(String key) {
        return formats.digits(words.say(key));
    }

    /** {@code frame.say("x.y", "count", 3, "name", n)}: names and values in turn. */
    public String say(String key, Object... namesAndValues) {
        Map<String, Object> args = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            args.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return formats.digits(words.say(key, args));
    }

    /** Days and instants among the values, as ISO 8601 text, are said as the reader writes them. */
    public String say(String key, Map<String, ?> args) {
        Map<String, Object> spoken = new java.util.HashMap<>(args);
        spoken.replaceAll((name, value) -> value instanceof String text ? spoken(text) : value);
        return formats.digits(words.say(key, spoken));
    }

    private String spoken(String text) {
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return formats.date(LocalDate.parse(text));
            }
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}Z") ? at(Instant.parse(text)) : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    public boolean has(String key) {
        return words.has(key);
    }

    public String text(LocalizedText text) {
        return text.in(language());
    }

    public String text(String ar, String en) {
        return new LocalizedText(ar, en).in(language());
    }

    /** ar, en or ur. */
    public String language() {
        return words.language();
    }

    public String direction() {
        return language().equals("en") ? "ltr" : "rtl";
    }

    // dates and numbers

    /** Weekday, day, month, year. */
    public String date(LocalDate day) {
        return formats.date(day);
    }

    public String dayOfWeek(LocalDate day) {
        return formats.dayOfWeek(day);
    }

    /** Day and month: where the year is known. */
    public String dayOfMonth(LocalDate day) {
        return formats.dayOfMonth(day);
    }

    public String date(Instant at, ZoneId zone) {
        return formats.date(at.atZone(zone).toLocalDate());
    }

    /** "today", "tomorrow" or the date, with the time: when a duty begins. */
    public String when(Instant at, ZoneId zone) {
        return formats.when(at, zone, today());
    }

    /** "Today", "Tomorrow" or the date: where the hours stand beside it. */
    public String day(Instant at, ZoneId zone) {
        return formats.day(at, zone, today());
    }

    /** Day, month, year and time in the programme's zone: when something was recorded. */
    public String at(Instant at) {
        return formats.at(at, Time.PROGRAMME_ZONE);
    }

    public String time(Instant at, ZoneId zone) {
        return formats.time(at, zone);
    }

    /** "16:00 to 20:00". */
    public String between(Instant from, Instant to, ZoneId zone) {
        return say("shell.between", "from", formats.time(from, zone), "to", formats.time(to, zone));
    }

    /** "3 hours ago". */
    public String ago(Instant at) {
        return formats.ago(at, clock.instant());
    }

    /** The name of a month written 2022-05. */
    public String month(String yearMonth) {
        return formats.month(yearMonth);
    }

    /** The name of a month written 2022-05, without its year. */
    public String monthOfYear(String yearMonth) {
        return formats.monthOfYear(yearMonth);
    }

    /** Umm al-Qura calendar. */
    public String hijri(LocalDate day) {
        return formats.hijri(day);
    }

    public String number(long n) {
        return formats.number(n);
    }

    /** Minutes as hours and minutes: 4:30. */
    public String hours(long minutes) {
        return formats.hours(minutes);
    }

    /** The CLDR name of an ISO 3166-1 alpha-2 country. */
    public String country(@Nullable String code) {
        return code == null ? say("shell.unknown") : formats.country(code);
    }

    /** The CLDR name of an ISO 639 language. */
    public String languageName(String code) {
        return formats.languageName(code);
    }

    // who and where

    public Viewer viewer() {
        return viewer;
    }

    public boolean may(Right right) {
        return viewer.may(right);
    }

    public @Nullable Person person() {
        return person;
    }

    public int unread() {
        return unread;
    }

    public String csrf() {
        return csrf;
    }

    public String path() {
        return path;
    }

    /** This page's address with one query parameter set anew: for language links, filters and paging. */
    public String with(String name, String value) {
        return Addresses.with(path, query, name, value);
    }

    /** Whether this page's address carries that query parameter. */
    public boolean isAsked(String name) {
        return query != null && ("&" + query).contains("&" + name + "=");
    }

    public boolean isDemo() {
        return demo;
    }

    public @Nullable String done() {
        return done != null && words.has("done." + done) ? "done." + done : null;
    }

    public @Nullable Refusal refusal() {
        return refusal;
    }

    /** Keys of the faults of a form field, for {@code shell/field}. */
    public List<String> faults(String field) {
        return refusal == null ? List.of() : refusal.faults().getOrDefault(field, List.of());
    }

    public String asset(String address) {
        return assets.address(address);
    }

    /** The address of all icons; {@code #name} behind it is one of them. */
    public static String icons() {
        return Assets.versioned("/icons.svg");
    }

    /** The folder of all scripts: another release has another. */
    public static String scripts() {
        return Assets.scripts();
    }

    /** Whose page this is, for what a browser keeps. */
    public String viewerKey() {
        return Keeping.key(viewer);
    }

    /** The pages a member's phone keeps for when there is no network, with blanks between; empty for everybody else. */
    public String keptPages() {
        return Keeping.keeps(viewer) ? String.join(" ", Keeping.PAGES) : "";
    }

    public Instant now() {
        return clock.instant();
    }

    /** In the programme's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
    }

    public List<Navigation.Group> deskNavigation() {
        return Navigation.groupsFor(viewer);
    }

    /** Desk work is laid out for a desk; everybody else reads on a phone. */
    public boolean isDesk() {
        return !Navigation.groupsFor(viewer).isEmpty();
    }
}

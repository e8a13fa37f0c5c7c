package org.kulluna.membership;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.EmiratesId;
import org.kulluna.people.PasswordRule;

/** The rules of the application form: field to the key of its fault, in the order of the form. */
final class ApplicationFaults {
    private static final Pattern ARABIC = Pattern.compile("[\\p{IsArabic}\\p{Mn}ـ .'’\\-]+");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{Mn} .'’\\-]+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,180}\\.[^\\s@<>.]{2,30}");
    private static final Pattern USERNAME = Pattern.compile("[a-zA-Z0-9._-]{3,60}");

    private final ApplicationForm form;
    private final LocalDate today;
    private final Map<String, String> faults = new LinkedHashMap<>();

    private ApplicationFaults(ApplicationForm form, LocalDate today) {
        this.form = form;
        this.today = today;
    }

    static Map<String, String> of(ApplicationForm form, LocalDate today, int youngest, Predicate<String> isPlace) {
        ApplicationFaults f = new ApplicationFaults(form, today);
        f.id();
        f.name("nameAr", form.nameAr(), ARABIC, "not-arabic");
        f.name("nameEn", form.nameEn(), LATIN, "not-latin");
        f.choice("nationality", form.nationality(), Choices::isCountry);
        f.birth(youngest);
        f.choice("gender", form.gender(), Choices.GENDERS::contains);
        f.lists();
        f.choice("homePlace", form.homePlace(), isPlace);
        f.contact();
        f.papers();
        f.add("motivation", Desk.text(form.motivation()).length() > 2000, "too-long");
        f.account();
        return f.faults;
    }

    /** The part of the form that tells who somebody is: corrected later at the desk, at any age. */
    static Map<String, String> ofDetails(ApplicationForm form, LocalDate today, Predicate<String> isPlace) {
        ApplicationFaults f = new ApplicationFaults(form, today);
        f.name("nameAr", form.nameAr(), ARABIC, "not-arabic");
        f.name("nameEn", form.nameEn(), LATIN, "not-latin");
        f.choice("nationality", form.nationality(), Choices::isCountry);
        f.birth(0);
        f.choice("gender", form.gender(), Choices.GENDERS::contains);
        f.lists();
        f.choice("homePlace", form.homePlace(), isPlace);
        return f.faults;
    }

    /** The part everybody may change of themselves. */
    static Map<String, String> ofDeclared(ApplicationForm form, LocalDate today, Predicate<String> isPlace) {
        ApplicationFaults f = new ApplicationFaults(form, today);
        f.lists();
        f.choice("homePlace", form.homePlace(), isPlace);
        return f.faults;
    }

    private void id() {
        String id = Desk.text(form.id());
        add("id", id.isEmpty(), "required");
        try {
            UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            add("id", true, "not-a-uuid");
        }
    }

    private void name(String field, @Nullable String value, Pattern script, String fault) {
        String name = Desk.text(value);
        add(field, name.isEmpty(), "required");
        add(field, name.length() > 120, "too-long");
        add(field, !script.matcher(name).matches() || name.codePoints().noneMatch(Character::isLetter), fault);
    }

    private void choice(String field, @Nullable String value, Predicate<String> known) {
        String chosen = Desk.text(value);
        add(field, chosen.isEmpty(), "required");
        add(field, !known.test(chosen), "not-a-choice");
    }

    private void birth(int youngest) {
        add("bornOn", Desk.text(form.bornOn()).isEmpty(), "required");
        Optional<LocalDate> born = Desk.day(form.bornOn());
        add("bornOn", born.isEmpty(), "not-a-date");
        born.ifPresent(day -> {
            add("bornOn", day.isAfter(today) || day.isBefore(today.minusYears(120)), "not-a-birth-date");
            add("bornOn", Period.between(day, today).getYears() < youngest, "too-young-to-join");
        });
    }

    private void lists() {
        List<String> languages = form.languages();
        add("languages", languages == null || languages.isEmpty(), "choose-one");
        add("languages", languages != null && !knows(Choices.LANGUAGES, languages), "not-a-choice");
        List<String> skills = form.skills();
        add("skills", skills != null && !knows(Choices.SKILLS, skills), "not-a-choice");
        String language = Desk.text(form.language());
        add("language", !language.isEmpty() && !List.of("ar", "en").contains(language), "not-a-choice");
    }

    /** A program may send null inside a list, and {@code List.of} does not answer whether it contains that. */
    private static boolean knows(List<String> all, List<? extends @Nullable String> chosen) {
        return chosen.stream().allMatch(c -> c != null && all.contains(c));
    }

    private void contact() {
        String email = Desk.text(form.email());
        String phone = Desk.text(form.phone());
        add("email", !email.isEmpty() && !EMAIL.matcher(email).matches(), "not-an-email");
        add("phone", !phone.isEmpty() && phone(phone).isEmpty(), "not-a-phone");
        add("phone", phone.isEmpty() && email.isEmpty(), "email-or-phone");
        List<String> by = form.contactBy();
        add("contactBy", by != null && !knows(Choices.CONTACT, by), "not-a-choice");
        add("email", form.wants("email") && email.isEmpty(), "wanted-for-contact");
        add("phone", form.wants("phone") && phone.isEmpty(), "wanted-for-contact");
    }

    /** With a plus and digits only; empty when it is no number one could call. */
    static Optional<String> phone(String typed) {
        String plain = Desk.latinDigits(typed).replaceAll("[\\s()./-]", "").replaceFirst("^00", "+");
        return plain.matches("\\+?[0-9]{7,15}") ? Optional.of(plain) : Optional.empty();
    }

    private void papers() {
        String number = Desk.text(form.emiratesId());
        add("emiratesId", number.isEmpty(), "required");
        add("emiratesId", EmiratesId.parse(number).isEmpty(), "not-an-emirates-id");
        boolean citizen = Desk.text(form.nationality()).equals("AE");
        String to = Desk.text(form.visaValidTo());
        String from = Desk.text(form.visaValidFrom());
        if (citizen || Desk.text(form.nationality()).isEmpty()) {
            return;
        }
        add("visaValidTo", to.isEmpty(), "required");
        add("visaValidTo", Desk.day(to).isEmpty(), "not-a-date");
        Desk.day(to).ifPresent(day -> add("visaValidTo", day.isBefore(today), "visa-expired"));
        add("visaValidFrom", !from.isEmpty() && Desk.day(from).isEmpty(), "not-a-date");
        Desk.day(from).ifPresent(day -> {
            add("visaValidFrom", day.isAfter(Desk.day(to).orElse(day)), "ends-before");
            add("visaValidFrom", day.isAfter(today), "not-begun");
        });
    }

    private void account() {
        String username = Desk.text(form.username());
        add("username", username.isEmpty(), "required");
        add("username", !USERNAME.matcher(username).matches(), "bad-username");
        String password = form.password() == null ? "" : form.password();
        add("password", password.isEmpty(), "required");
        PasswordRule.fault(password, username).ifPresent(fault -> add("password", true, fault));
    }

    /** The first fault of a field is the one to tell. */
    private void add(String field, boolean wrong, String fault) {
        if (wrong) {
            faults.putIfAbsent(field, fault);
        }
    }
}

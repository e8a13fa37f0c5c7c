package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kulluna.shared.LocalizedText;

/** Makes people: a name and tongues by nationality, a home by where people live. */
final class Population {
    static final int WHOLE = 54_142;

    final Names names = new Names();
    private final Land land;
    private final List<String> skills =
            Sheets.read("demo/skills").stream().map(r -> r.getField("code")).toList();
    private final Dice dice;

    Population(Land land, Dice dice) {
        this.land = land;
        this.dice = dice;
    }

    Somebody person(String nationality, LocalDate bornOn, Instant since) {
        String gender = dice.chance(0.43) ? "female" : "male";
        String pool = names.pool(nationality, dice);
        LocalizedText name = names.draw(pool, gender, dice);
        Names.Tongue tongue = names.tongue(pool);
        List<String> languages = new ArrayList<>(tongue.speaks());
        if (dice.chance(0.55)) {
            languages.add(tongue.sometimes());
        }
        Land.Spot home = land.home(dice);
        List<String> skills = new ArrayList<>();
        if (dice.chance(0.18)) {
            skills.add(dice.pick(this.skills));
        }
        return new Somebody(
                dice.id(since),
                name,
                nationality,
                bornOn,
                gender,
                languages,
                skills,
                home.code(),
                home.region(),
                tongue.reads(),
                since);
    }

    /** One nationality for each of {@code count} members: the exact weights, or their nearest proportion, each at least once. */
    List<String> nationalities(int count) {
        record Part(String code, int whole, double rest) {}
        List<Names.Nation> nations = names.nations();
        double factor = (double) count / WHOLE;
        List<Part> parts = new ArrayList<>();
        for (Names.Nation n : nations.subList(0, Math.min(count, nations.size()))) {
            double exact = n.weight() * factor;
            int whole = Math.max(1, (int) exact);
            parts.add(new Part(n.code(), whole, exact - whole));
        }
        int missing = count - parts.stream().mapToInt(Part::whole).sum();
        parts.sort(Comparator.comparingDouble(Part::rest).reversed().thenComparing(Part::code));
        List<String> all = new ArrayList<>(count);
        for (int i = 0; i < parts.size(); i++) {
            Part p = parts.get(i);
            int each = p.whole() + (i < missing ? 1 : 0);
            for (int k = 0; k < each; k++) {
                all.add(p.code());
            }
        }
        return fit(all, count);
    }

    /** Small numbers: "at least once" may give too many, which the largest nationality gives up; too few, it gains. */
    private List<String> fit(List<String> all, int count) {
        while (all.size() > count) {
            all.remove("AE");
        }
        while (all.size() < count) {
            all.add("AE");
        }
        dice.shuffle(all);
        return all;
    }
}

package dev.smokerunner.anomaly.evaluation;

import dev.smokerunner.anomaly.Measure;
import java.util.Arrays;
import java.util.Set;

final class Trial {
    public static void main(String[] args) {
        for (Site site : Site.values()) {
            for (Measure measure : SmokeDetector.measures()) {
                if (args.length > 0 && !(site + "/" + measure).contains(args[0])) continue;
                Labelled healthy = Labelled.healthy(site, measure, 1);
                for (Set<java.time.LocalDate> holidays : (measure==Measure.TIMES ? java.util.List.of(Site.HOLIDAYS) : java.util.List.of(Site.HOLIDAYS, Set.<java.time.LocalDate>of()))) {
                    SmokeDetector d = new SmokeDetector(healthy, holidays);
                    long t = System.nanoTime();
                    Score score = new Score(healthy);
                    String[] why = new String[healthy.values().length];
                    Score s2 = Score.of(healthy, new Detector() {
                        public String name() { return ""; }
                        public boolean alarms(int m) { boolean a = d.alarms(m); if (a) why[m] = d.last().departure().get().kind()+" w="+d.last().departure().get().points()+" act="+(float)d.last().departure().get().actual()+" exp="+d.last().departure().get().expected()+" z="+(float)d.last().departure().get().score()+" "+d.last().departure().get().severity(); return a; }
                    });
                    double us = (System.nanoTime() - t) / 1e3 / healthy.values().length;
                    System.out.printf("%s %s holidays=%d healthy: %.2f/week (%d), %.1f us/pt%n", site, measure, holidays.size(), s2.falseAlarmsAWeek(), s2.falseAlarms().size(), us);
                    s2.falseAlarms().stream().limit(5).forEach(m -> System.out.println("   " + Labelled.at(m).atZone(Site.ZONE) + " " + why[m]));
                }
                Labelled broken = healthy.withTroubles(2);
                SmokeDetector d2=new SmokeDetector(broken, Site.HOLIDAYS); String[] why = new String[broken.values().length];
                Score s = Score.of(broken, new Detector() {
                        public String name() { return ""; }
                        public boolean alarms(int m) { boolean a = d2.alarms(m); if (a) why[m] = d2.last().departure().get().kind()+" w="+d2.last().departure().get().points()+" act="+(float)d2.last().departure().get().actual()+" exp="+d2.last().departure().get().expected()+" z="+(float)d2.last().departure().get().score()+" "+d2.last().departure().get().severity(); return a; }
                    });
                s.falseAlarms().stream().limit(5).forEach(m -> System.out.println("   false " + Labelled.at(m).atZone(Site.ZONE) + " " + why[m]));
                System.out.printf("  broken: precision %.2f recall %.2f delay %.0f false/week %.2f%n", s.precision(), s.recall(), s.delay(), s.falseAlarmsAWeek());
                s.byKind().forEach((k, c) -> System.out.println("     " + k + " " + Arrays.toString(c)));
                s.slow().forEach(x -> System.out.println("     slow "+x));
                s.missed().stream().limit(4).forEach(l -> System.out.println("     missed " + l.kind() + " " + Labelled.at(l.from()).atZone(Site.ZONE)));
            }
        }
    }
}

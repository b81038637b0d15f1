package dev.smokerunner.doctor;

import java.util.List;

/** One thing that is looked at. */
public interface Examination {

    /** What it looks at, for the line that says that it took too long. */
    String subject();

    /** Looks; may take its time, since it is not waited for without end. */
    List<Diagnosis> examine();
}

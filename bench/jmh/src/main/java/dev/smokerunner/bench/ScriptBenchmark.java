package dev.smokerunner.bench;

import dev.smokerunner.observe.script.ScriptFacts;
import dev.smokerunner.observe.script.ScriptKind;
import dev.smokerunner.observe.script.ScriptReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Scans a bundle for the files that it names. */
public class ScriptBenchmark extends PartBenchmark {
    /** About how many characters the bundle has. */
    @Param({"100000", "1000000"})
    public int size;

    private String bundle = "";

    /** Makes the bundle: functions, strings, templates, regular expressions and comments, and now and then a lazy import. */
    @Setup
    public void make() {
        StringBuilder text = new StringBuilder(size + 500);
        for (int module = 0; text.length() < size; module++) {
            text.append("""
                    var m%1$d=(e,t)=>{/* module %1$d */if(e.length/2>t&&/^[a-z/]+$/i.test(e))return`${e}-${t}`;\
                    return{name:"module %1$d",parts:['a',"b",`c`],size:e.length*31+%1$d,go(n){for(let i=0;i<n;i++)t(i)}}};
                    """.formatted(module));
            if (module % 20 == 0) {
                text.append("const l%1$d=()=>import(\"./lazy-%1$d-0a1b2c3d.js\");\n".formatted(module));
            }
        }
        bundle = text.toString();
    }

    /** One bundle. */
    @Benchmark
    public ScriptFacts read() {
        return ScriptReader.read(bundle, ScriptKind.MODULE);
    }
}

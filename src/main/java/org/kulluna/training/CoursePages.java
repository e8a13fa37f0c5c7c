package org.kulluna.training;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.CodeNames;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue of courses at the training office. */
@Controller
@RequestMapping("/training/manage")
class CoursePages {
    private static final String FORM = "training/courseForm";
    private static final String PARTS = "training/partsForm";
    private static final String COURSE = "training/manageCourse";
    private final Courses courses;
    private final Offerings offerings;
    private final Labels labels;
    private final Forms forms;

    CoursePages(Courses courses, Offerings offerings, Labels labels, Forms forms) {
        this.courses = courses;
        this.offerings = offerings;
        this.labels = labels;
        this.forms = forms;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String level,
            Model model) {
        model.addAttribute("courses", courses.list(viewer, q, level));
        model.addAttribute("q", q);
        model.addAttribute("level", level);
        model.addAttribute("labels", labels.all());
        return "training/manage";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        viewer.must(Right.RUN_COURSES);
        List<String> mine = fill(viewer, model);
        model.addAttribute("form", CourseForm.empty(mine.size() == 1 ? mine.getFirst() : ""));
        return FORM;
    }

    @PostMapping("/new")
    String createCourse(Viewer viewer, @ModelAttribute CourseForm form, Model model, HttpServletResponse response) {
        viewer.must(Right.RUN_COURSES);
        return forms.submit(form, model, FORM, () -> fill(viewer, model), () -> {
            Course made = courses.create(viewer, form.wanted());
            return Done.redirect(response, "course-created", "/training/manage/" + made.code());
        });
    }

    @GetMapping("/{code}")
    String show(Viewer viewer, @PathVariable String code, Model model) {
        fillCourse(viewer, code, model);
        return COURSE;
    }

    @GetMapping("/{code}/edit")
    String edit(Viewer viewer, @PathVariable String code, Model model) {
        model.addAttribute("form", CourseForm.of(courses.getRun(viewer, code)));
        model.addAttribute("code", code);
        fill(viewer, model);
        return FORM;
    }

    @PostMapping("/{code}/edit")
    String changeCourse(
            Viewer viewer,
            @PathVariable String code,
            @ModelAttribute CourseForm form,
            Model model,
            HttpServletResponse response) {
        courses.getRun(viewer, code);
        model.addAttribute("code", code);
        return forms.submit(form, model, FORM, () -> fill(viewer, model), () -> {
            courses.change(viewer, code, form.wanted());
            return Done.redirect(response, "course-saved", "/training/manage/" + code);
        });
    }

    @PostMapping("/{code}/state")
    String moveCourse(
            Viewer viewer,
            @PathVariable String code,
            @ModelAttribute StateForm form,
            Model model,
            HttpServletResponse response) {
        return forms.submit(form, model, COURSE, () -> fillCourse(viewer, code, model), () -> {
            courses.move(viewer, code, Typed.number(form.version(), -1), Typed.text(form.state()));
            return Done.redirect(response, "course-" + Typed.text(form.state()), "/training/manage/" + code);
        });
    }

    @GetMapping("/{code}/parts")
    String parts(Viewer viewer, @PathVariable String code, Model model) {
        model.addAttribute("course", courses.getRun(viewer, code));
        model.addAttribute("form", PartsForm.of(courses.parts(viewer, code)));
        return PARTS;
    }

    @PostMapping("/{code}/parts")
    String putParts(
            Viewer viewer,
            @PathVariable String code,
            @ModelAttribute PartsForm form,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("course", courses.getRun(viewer, code));
        return forms.submit(form, model, PARTS, () -> {}, () -> {
            courses.putParts(viewer, code, form.wanted());
            return Done.redirect(response, "parts-saved", "/training/manage/" + code);
        });
    }

    private void fillCourse(Viewer viewer, String code, Model model) {
        Course course = courses.getRun(viewer, code);
        model.addAttribute("course", course);
        model.addAttribute("parts", courses.parts(viewer, code));
        model.addAttribute("questions", courses.countQuestions(code));
        model.addAttribute("offerings", offerings.listOfCourse(viewer, code));
        model.addAttribute("labels", labels.all());
    }

    private List<String> fill(Viewer viewer, Model model) {
        CodeNames names = labels.all();
        List<String> mine = names.units().keySet().stream()
                .filter(u -> viewer.may(Right.RUN_COURSES, u))
                .toList();
        model.addAttribute("labels", names);
        model.addAttribute("units", mine);
        return mine;
    }
}

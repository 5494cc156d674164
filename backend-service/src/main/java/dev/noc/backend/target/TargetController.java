package dev.noc.backend.target;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/api/v1/targets")
class TargetController {

    private final Targets targets;
    private final TargetRules rules;

    TargetController(Targets targets, TargetRules rules) {
        this.targets = targets;
        this.rules = rules;
    }

    @GetMapping
    List<TargetView> list() {
        return targets.all().stream().map(TargetView::of).toList();
    }

    @GetMapping("/{id}")
    TargetView show(@PathVariable String id) {
        return TargetView.of(targets.require(id));
    }

    @PostMapping
    ResponseEntity<TargetView> add(@RequestBody TargetSpec spec) {
        var added = targets.add(rules.accept(spec));
        var location = UriComponentsBuilder.fromPath("/api/v1/targets/{id}").build(added.id());
        return ResponseEntity.created(location).body(TargetView.of(added));
    }

    @PutMapping("/{id}")
    TargetView replace(@PathVariable String id, @RequestBody TargetSpec spec) {
        return TargetView.of(targets.replace(id, rules.accept(spec)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        targets.delete(id);
    }
}

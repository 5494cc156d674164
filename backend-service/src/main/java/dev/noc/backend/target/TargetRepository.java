package dev.noc.backend.target;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Joins a transaction and begins none: with SQLite, one that only reads would hold up the writers. */
@Transactional(propagation = Propagation.SUPPORTS)
interface TargetRepository extends ListCrudRepository<TargetEntity, String> {

    List<TargetEntity> findAllByOrderByNameAscIdAsc();

    List<TargetEntity> findAllByProvisionedTrue();

    @Query("""
            select new dev.noc.backend.target.TargetExpectation(
                target.id, target.intervalMillis, target.downAfterRounds, target.upAfterRounds,
                target.degradedLossPercent, target.latencyLimitMillis)
            from TargetEntity target
            """)
    List<TargetExpectation> findExpectations();
}

#include "app/demo/demo_province.hpp"

#include "app/demo/demo_directory.hpp"
#include "app/sample_province.hpp"
#include "obligation/checks.hpp"

namespace caicach::app
{
namespace
{

/// The years are lived one after the other: what was told late of one did not see the plan of the
/// next, which was in force by then.
Result<void> count_over_years(Context& context)
{
    auto transaction = TRY(context.begin());
    TRY(obligation::add_up_anew(context, transaction));
    return transaction.commit();
}

}  // namespace

Date demo_first_day(const DemoShape& shape)
{
    const auto day = Date::create(shape.until.year() - shape.years, 12, 1);
    VERIFY(day);
    return *day;
}

Result<void> fill_demo_province(System& system, DemoClock& clock, const DemoShape& shape,
                                const std::function<void(const DemoYear&)>& told)
{
    auto context = system.system_context("caicach demo");
    DemoChance chance{shape.seed};
    clock.set_day(demo_first_day(shape));
    TRY(seed_sample_agencies(context));
    TRY(add_demo_communes(context, chance, shape));
    TRY(seed_sample_people(context, shape.until));
    TRY(add_demo_officers(context, chance, shape));
    // What the new agencies enqueued: nothing is owed yet, so that it costs nothing now.
    system.worker().run_due();
    DemoHabits habits{chance};
    DemoNumbers numbers{shape.seed};
    DemoReports reports{shape.seed};
    TRY(put_sample_form_in_force(context));
    for (int year = shape.until.year() - shape.years + 1; year <= shape.until.year(); ++year) {
        const auto lived =
            TRY(live_demo_year(context, clock, habits, numbers, reports, year, shape.until));
        told(lived);
    }
    if (shape.years > 1) TRY(count_over_years(context));
    return system.database().checkpoint();
}

}  // namespace caicach::app

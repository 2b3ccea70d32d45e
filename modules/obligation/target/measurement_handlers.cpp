#include "obligation/target/measurement_handlers.hpp"

#include <algorithm>
#include <utility>

#include "identity/api.hpp"
#include "obligation/limits.hpp"
#include "obligation/target/target_handlers.hpp"
#include "obligation/target/target_paths.hpp"
#include "obligation/target/target_views.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// Whose numbers of which measure: on GET of the query, on POST of the form.
struct Asked {
    const Target* target{};
    const Measure* measure{};
    organisation::AgencySummary agency{};
};

/// The agency named; else one's own where it is asked, else the first that is.
Result<organisation::AgencySummary> agency_in(const Context& context,
                                              database::Transaction& transaction,
                                              PlanTargets& targets, const Target& target,
                                              const http::Request& request)
{
    const auto code = TRY(request.maybe_text("co-quan"));
    if (code) return organisation::agency_by_code(transaction, *code, targets.day());
    const auto expected = TRY(targets.expected(target));
    const auto own = organisation::agency_of(context.actor().agency);
    const bool is_asked = std::ranges::find(expected, own) != expected.end();
    return organisation::agency_by_id(transaction, is_asked ? own : expected.front(),
                                      targets.day());
}

Result<Asked> asked_in(const Context& context, database::Transaction& transaction,
                       PlanTargets& targets, const http::Request& request)
{
    Asked asked;
    asked.target = TRY(target_in(targets, request));
    const auto key = TRY(request.maybe_text("muc"));
    asked.measure = key ? asked.target->find(*key) : &asked.target->measures.front();
    // Numbers of words that the plan has no longer are still read.
    if (asked.measure == nullptr && key) asked.measure = asked.target->find_earlier(*key);
    if (asked.measure == nullptr)
        return failure(Failure::not_found, "obligation.measurement.not_found");
    asked.agency = TRY(agency_in(context, transaction, targets, *asked.target, request));
    const bool sees_all = TRY(targets.may_see_all(*asked.target));
    if (!sees_all && !targets.may_see_agency(asked.agency.id))
        return failure(Failure::not_found, "obligation.measurement.not_found");
    return asked;
}

MeasurementPlace place_of(const PlanTargets& targets, const Asked& asked)
{
    return {.plan = targets.plan().id,
            .lineage = asked.target->item.lineage,
            .measure = asked.measure->key,
            .agency = asked.agency.id};
}

/// Why it does not apply to the agency; empty where it does.
Result<std::string> why_excluded(PlanTargets& targets, const Asked& asked)
{
    const auto standing = TRY(targets.standing(*asked.target));
    for (const auto& one : standing.measures) {
        if (one.measure.key != asked.measure->key) continue;
        for (const auto& excluded : one.excluded)
            if (excluded.agency.id == asked.agency.id) return excluded.stated.reason;
    }
    return std::string{};
}

Result<std::map<AccountId, std::string>> names_in(database::Transaction& transaction,
                                                  const std::vector<Measurement>& history)
{
    std::map<AccountId, std::string> names;
    for (const auto& one : history) {
        if (!one.account || names.contains(one.account)) continue;
        auto account = TRY(identity::account_by_id(transaction, one.account));
        names.emplace(one.account, std::move(account.name));
    }
    return names;
}

TypedAmounts typed_in(const http::Request& request)
{
    return {.numerator = std::string{request.raw("numerator")},
            .denominator = std::string{request.raw("denominator")},
            .value = std::string{request.raw("value")},
            .answer = std::string{request.raw("answer")}};
}

Result<http::Response> measurements_with(Context& context, const http::Request& request,
                                         std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    auto targets = TRY(plan_targets_in(context, transaction, request));
    const auto asked = TRY(asked_in(context, transaction, targets, request));
    MeasurementsPage page{.plan = targets.plan(),
                          .target = *asked.target,
                          .measure = *asked.measure,
                          .agency = asked.agency,
                          .error = std::move(error)};
    page.history = TRY(MeasurementStore{transaction}.history(place_of(targets, asked),
                                                             limits::measurements_shown_max));
    page.people = TRY(names_in(transaction, page.history));
    page.is_earlier = asked.target->find(asked.measure->key) == nullptr;
    page.may_state = !page.is_earlier && targets.may_state(asked.agency.id);
    page.excluded = TRY(why_excluded(targets, asked));
    if (page.error) {
        page.typed = typed_in(request);
        page.typed_as_of = request.raw("as_of");
        page.typed_source = request.raw("source");
    }
    return measurements_page(context, page);
}

Result<http::Response> show_measurements(Context& context, const http::Request& request)
{
    return measurements_with(context, request, {});
}

Result<TypedAmounts> cleaned(const http::Request& request)
{
    TypedAmounts typed;
    typed.numerator = TRY(request.maybe_text("numerator")).value_or("");
    typed.denominator = TRY(request.maybe_text("denominator")).value_or("");
    typed.value = TRY(request.maybe_text("value")).value_or("");
    typed.answer = TRY(request.maybe_text("answer")).value_or("");
    return typed;
}

/// Finds, does, commits; answers the page of what was asked about.
template <class Step>
Result<std::string> done(Context& context, const http::Request& request, const Step& take)
{
    auto transaction = TRY(context.begin());
    auto targets = TRY(plan_targets_in(context, transaction, request));
    const auto asked = TRY(asked_in(context, transaction, targets, request));
    TRY(take(transaction, targets, asked));
    TRY(transaction.commit());
    return measurements_path(targets.plan().code, asked.target->code(), asked.measure->key,
                             asked.agency.code);
}

Result<http::Response> post_measurement(Context& context, const http::Request& request)
{
    const auto state = [&](database::Transaction& transaction, PlanTargets& targets,
                           const Asked& asked) -> Result<void> {
        if (!targets.may_state(asked.agency.id))
            return failure(Failure::forbidden, "obligation.measurement.not_yours");
        const auto typed = TRY(cleaned(request));
        NewMeasurement wanted;
        wanted.amounts = TRY(amounts_from(*asked.measure, typed));
        wanted.as_of = TRY(request.date("as_of"));
        wanted.source = TRY(request.text("source", limits::source_length_max));
        TRY(state_measurement(context, transaction, targets, *asked.target,
                              place_of(targets, asked), wanted));
        return {};
    };
    const auto path = done(context, request, state);
    if (path) return web::redirect_with(*path, "obligation.measurement.stated");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return measurements_with(context, request, path.error());
}

Result<http::Response> post_taking_back(Context& context, const http::Request& request)
{
    const auto take = [&](database::Transaction& transaction, PlanTargets& targets,
                          const Asked& asked) -> Result<void> {
        if (!targets.may_state(asked.agency.id))
            return failure(Failure::forbidden, "obligation.measurement.not_yours");
        const auto id = TRY(request.id<MeasurementId>("measurement"));
        const auto found = TRY(MeasurementStore{transaction}.find(id));
        const auto place = place_of(targets, asked);
        if (found.plan != place.plan || found.lineage != place.lineage ||
            found.measure != place.measure || found.agency != place.agency)
            return failure(Failure::not_found, "obligation.measurement.not_found");
        return take_back_measurement(context, transaction, targets, found);
    };
    const auto path = TRY(done(context, request, take));
    return web::redirect_with(path, "obligation.measurement.taken_back_now");
}

}  // namespace

void add_measurements(Module& module)
{
    const auto people = http::Access::signed_in;
    module.get("/chi-tieu/{plan}/{target}/so-lieu", people, show_measurements);
    module.post("/chi-tieu/{plan}/{target}/so-lieu", people, post_measurement);
    module.post("/chi-tieu/{plan}/{target}/so-lieu/rut", people, post_taking_back);
}

}  // namespace caicach::obligation

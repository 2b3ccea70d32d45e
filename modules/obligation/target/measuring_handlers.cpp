#include "obligation/target/measuring_handlers.hpp"

#include <utility>

#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/target/target_handlers.hpp"
#include "obligation/target/target_paths.hpp"
#include "obligation/target/target_views.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

Result<const Target*> target_to_lead(const Context& context, PlanTargets& targets,
                                     const http::Request& request)
{
    const auto* target = TRY(target_in(targets, request));
    TRY(context.require(lead_targets, organisation::scope_of(targets.plan().coordinator)));
    return target;
}

Result<const Measure*> measure_in(const Target& target, std::string_view key)
{
    const auto* measure = target.find(key);
    if (measure == nullptr) return failure(Failure::not_found, "obligation.measurement.not_found");
    return measure;
}

Result<http::Response> measuring_with(Context& context, const http::Request& request,
                                      std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    auto targets = TRY(plan_targets_in(context, transaction, request));
    const auto* target = TRY(target_to_lead(context, targets, request));
    MeasuringPage page{.plan = targets.plan(), .target = *target, .error = std::move(error)};
    page.figures = TRY(evidence::figures(context, transaction));
    for (const auto& measure : target->measures)
        for (const auto& key : {measure.key, measure.key_of_words})
            page.rules[key] = TRY(newest_rule(transaction, targets, *target, key));
    if (page.error) {
        const auto raw = [&](std::string_view name) { return std::string{request.raw(name)}; };
        page.typed_measure = raw("muc");
        page.typed_figures = {.numerator = raw("numerator"), .denominator = raw("denominator")};
        page.typed_scope = raw("scope");
        page.typed_place = raw("place");
        page.typed = {.subject = raw("subject"),
                      .op = raw("op"),
                      .value = raw("value"),
                      .unit = raw("unit"),
                      .source = raw("source")};
        page.typed_source_on = raw("source_on");
    }
    return measuring_page(context, page);
}

Result<http::Response> show_measuring(Context& context, const http::Request& request)
{
    return measuring_with(context, request, {});
}

Result<SetValue> value_in(const http::Request& request)
{
    SetValue wanted;
    wanted.subject = TRY(request.text("subject", limits::measure_text_max));
    wanted.op = TRY(request.maybe_text("op")).value_or("");
    wanted.value = TRY(request.maybe_text("value")).value_or("");
    wanted.unit = TRY(request.maybe_text("unit", limits::measure_text_max)).value_or("");
    wanted.source = TRY(request.text("source", limits::source_length_max));
    wanted.source_on = TRY(request.maybe_date("source_on"));
    return wanted;
}

Result<MeasureWay> way_in(const http::Request& request)
{
    MeasureWay wanted;
    wanted.figures.numerator = TRY(request.maybe_text("numerator")).value_or("");
    wanted.figures.denominator = TRY(request.maybe_text("denominator")).value_or("");
    const auto name = TRY(request.maybe_text("scope")).value_or("");
    const auto scope = measure_scope_from(name);
    if (!scope) return failure(Failure::invalid, "obligation.measure.scope_unknown", "scope");
    wanted.scope = *scope;
    const auto place_name = TRY(request.maybe_text("place")).value_or("");
    const auto place = measure_place_from(place_name);
    if (!place) return failure(Failure::invalid, "obligation.measure.place_unknown", "place");
    wanted.place = *place;
    return wanted;
}

/// Finds, does, commits; a refused form is shown anew with its fault.
template <class Step>
Result<http::Response> step(Context& context, const http::Request& request, std::string_view said,
                            const Step& take)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        auto targets = TRY(plan_targets_in(context, transaction, request));
        const auto* target = TRY(target_to_lead(context, targets, request));
        TRY(take(transaction, targets, *target));
        TRY(transaction.commit());
        return measuring_path(targets.plan().code, target->code());
    }();
    if (done) return web::redirect_with(*done, said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return measuring_with(context, request, done.error());
}

/// With a measure how it is measured, or whose numbers it goes on with; without one another value.
Result<http::Response> post_measuring(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.measure.saved",
                [&](database::Transaction& transaction, const PlanTargets& targets,
                    const Target& target) -> Result<void> {
                    const auto key = TRY(request.maybe_text("muc")).value_or("");
                    if (key.empty()) {
                        const auto wanted = TRY(value_in(request));
                        return set_value(context, transaction, targets, target, wanted);
                    }
                    const auto* measure = TRY(measure_in(target, key));
                    const auto seen = TRY(request.maybe_integer("seen")).value_or(0);
                    const auto earlier = TRY(request.maybe_text("noi")).value_or("");
                    if (!earlier.empty())
                        return go_on_with(context, transaction, targets, target, *measure, earlier,
                                          SeenRule{seen});
                    const auto wanted = TRY(way_in(request));
                    return set_measuring(context, transaction, targets, target, *measure, wanted,
                                         SeenRule{seen});
                });
}

Result<http::Response> post_ending(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.measure.ended",
                [&](database::Transaction& transaction, const PlanTargets& targets,
                    const Target& target) -> Result<void> {
                    const auto key = TRY(request.text("muc"));
                    const auto* measure = TRY(measure_in(target, key));
                    return end_value(context, transaction, targets, target, *measure);
                });
}

}  // namespace

void add_measuring(Module& module)
{
    const auto leaders = http::Access::holder_of(lead_targets.key);
    module.get("/chi-tieu/{plan}/{target}/cach-do", leaders, show_measuring);
    module.post("/chi-tieu/{plan}/{target}/cach-do", leaders, post_measuring);
    module.post("/chi-tieu/{plan}/{target}/cach-do/bo", leaders, post_ending);
}

}  // namespace caicach::obligation

#include "obligation/cascade/cascade_handlers.hpp"

#include <algorithm>
#include <utility>

#include "obligation/cascade/cascade_paths.hpp"
#include "obligation/cascade/cascade_views.hpp"
#include "obligation/cascade/given_handlers.hpp"
#include "obligation/cascade/handing_on.hpp"
#include "obligation/cascade/part_store.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/permissions.hpp"
#include "obligation/proposal/proposal_store.hpp"
#include "obligation/result.hpp"
#include "text/text.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// The obligation of the address, for who may see it; for others it is not there.
Result<Obligation> obligation_in(const Context& context, database::Transaction& transaction,
                                 const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("task"));
    auto found = TRY(ObligationStore{transaction}.find(code));
    const bool sees = TRY(may_see(context, transaction, found));
    if (!sees) return failure(Failure::not_found, "obligation.not_found");
    return found;
}

/// The same, for who may hand on at its agency.
Result<Obligation> whole_in(const Context& context, database::Transaction& transaction,
                            const http::Request& request)
{
    auto found = TRY(obligation_in(context, transaction, request));
    TRY(context.require(hand_on_work, organisation::scope_of(found.agency)));
    return found;
}

/// A part, for who may hand on at the agency that gave it.
Result<Obligation> part_in(const Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    auto found = TRY(obligation_in(context, transaction, request));
    const auto decides = found.is_part() ? found.giver : found.agency;
    TRY(context.require(hand_on_work, organisation::scope_of(decides)));
    if (!found.is_part()) return failure(Failure::conflict, "obligation.part.not_found");
    return found;
}

Result<PartTerms> terms_in(const http::Request& request)
{
    PartTerms terms;
    terms.needed = TRY(request.integer("needed", {.lowest = 1, .highest = limits::quantity_max}));
    terms.due_on = TRY(request.maybe_date("due_on"));
    terms.note = TRY(request.paragraphs("note", limits::part_note_length_max));
    return terms;
}

Reach reach_in(const http::Request& request)
{
    return request.checked("later") ? Reach::later_periods : Reach::this_period;
}

/// Those that have no part of it, closed ones aside.
Result<std::vector<Unit>> free_units(database::Transaction& transaction, const Obligation& whole,
                                     Date today)
{
    auto units = TRY(units_of(transaction, whole.agency, today));
    const auto parts = TRY(PartStore{transaction}.of(whole.id));
    std::erase_if(units, [&](const Unit& unit) {
        return std::ranges::any_of(parts, [&](const Part& part) {
            return part.obligation.agency == unit.id && part.obligation.closing != Closing::closed;
        });
    });
    return units;
}

/// Whom the form means, among all units: who has a part already keeps it.
Result<std::vector<organisation::AgencyId>> units_in(database::Transaction& transaction,
                                                     const http::Request& request,
                                                     const Obligation& whole, Date today)
{
    const auto who = TRY(request.maybe_text("who")).value_or(std::string{units_chosen});
    std::vector<organisation::AgencyId> meant;
    if (who != units_chosen) {
        const auto free = TRY(free_units(transaction, whole, today));
        for (const auto& unit : free)
            if (who == units_all || who == std::string{units_of_kind} + unit.kind)
                meant.push_back(unit.id);
        return meant;
    }
    const auto codes = TRY(request.texts("units"));
    const auto units = TRY(units_of(transaction, whole.agency, today));
    for (const auto& code : codes) {
        const auto found = std::ranges::find(units, code, &Unit::code);
        if (found == units.end())
            return failure(Failure::invalid, "obligation.part.stranger", "units");
        meant.push_back(found->id);
    }
    std::ranges::sort(meant);
    const auto same = std::ranges::unique(meant);
    meant.erase(same.begin(), same.end());
    return meant;
}

/// With terms of its own for each unit that is checked.
Result<std::vector<UnitTerms>> each_in(database::Transaction& transaction,
                                       const http::Request& request, const Obligation& whole,
                                       Date today)
{
    const auto codes = TRY(request.texts("units"));
    const auto units = TRY(units_of(transaction, whole.agency, today));
    std::vector<UnitTerms> all;
    for (const auto& code : codes) {
        const auto found = std::ranges::find(units, code, &Unit::code);
        if (found == units.end())
            return failure(Failure::invalid, "obligation.part.stranger", "units");
        if (std::ranges::find(all, found->id, &UnitTerms::unit) != all.end()) continue;
        UnitTerms terms{.unit = found->id, .due_field = "due_on-" + code};
        terms.needed =
            TRY(request.integer("needed-" + code, {.lowest = 1, .highest = limits::quantity_max}));
        terms.due_on = TRY(request.maybe_date(terms.due_field));
        all.push_back(std::move(terms));
    }
    return all;
}

/// The rows as they came back, checked or not.
std::vector<TypedUnit> rows_in(const http::Request& request)
{
    std::vector<TypedUnit> rows;
    const auto listed = request.texts("listed");
    const auto chosen = request.texts("units");
    if (!listed || !chosen) return rows;
    for (const auto& code : *listed) {
        if (rows.size() == limits::handed_on_each_max) break;
        rows.push_back({.code = code,
                        .is_chosen = std::ranges::find(*chosen, code) != chosen->end(),
                        .needed = std::string{request.raw("needed-" + code)},
                        .due_on = std::string{request.raw("due_on-" + code)}});
    }
    return rows;
}

/// The rows of the units that the first form means, filled with what it says of all of them.
Result<std::vector<TypedUnit>> first_rows(database::Transaction& transaction,
                                          const http::Request& request, const HandOnPage& page,
                                          Date today)
{
    const auto meant = TRY(units_in(transaction, request, page.task.obligation, today));
    if (meant.empty()) return failure(Failure::invalid, "obligation.part.units_missing", "units");
    if (meant.size() > limits::handed_on_each_max)
        return failure(Failure::invalid, "obligation.part.too_many_each", "units",
                       {std::to_string(limits::handed_on_each_max)});
    const auto needed = request.raw("needed");
    std::vector<TypedUnit> rows;
    for (const auto& unit : page.free)
        if (std::ranges::find(meant, unit.id) != meant.end())
            rows.push_back({.code = unit.code,
                            .needed = std::string{needed},
                            .due_on = std::string{request.raw("due_on")}});
    if (rows.empty()) return failure(Failure::invalid, "obligation.part.given_already", "units");
    return rows;
}

/// Of those named like the search, as many as a page has room for.
std::vector<Unit> listed_of(const std::vector<Unit>& units, std::string_view search)
{
    const auto wanted = text::fold(search);
    std::vector<Unit> listed;
    for (const auto& unit : units) {
        if (listed.size() == limits::units_shown_max) break;
        if (text::fold(unit.name).find(wanted) != std::string::npos) listed.push_back(unit);
    }
    return listed;
}

TypedPart typed_in(const http::Request& request)
{
    TypedPart typed{.needed = std::string{request.raw("needed")},
                    .due_on = std::string{request.raw("due_on")},
                    .note = std::string{request.raw("note")},
                    .reason = std::string{request.raw("reason")},
                    .later = request.checked("later")};
    if (const auto who = request.raw("who"); !who.empty()) typed.who = who;
    if (auto units = request.texts("units")) typed.units = std::move(*units);
    return typed;
}

Result<http::Response> hand_on_with(Context& context, const http::Request& request,
                                    std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    HandOnPage page{.error = std::move(error)};
    auto& whole = page.task.obligation;
    whole = TRY(whole_in(context, transaction, request));
    page.task.work = TRY(work_of(transaction, whole.plan, whole.lineage));
    page.free = TRY(free_units(transaction, whole, context.today()));
    const auto units = TRY(units_of(transaction, whole.agency, context.today()));
    page.given = static_cast<std::int64_t>(units.size() - page.free.size());
    page.search = request.query("tim").value_or("");
    page.listed = listed_of(page.free, page.search);
    const auto later = TRY(ObligationStore{transaction}.later(whole));
    page.has_later = !later.empty();
    if (request.method() != http::Method::post) {
        page.typed.needed = "1";
        return hand_on_page(context, page);
    }
    page.typed = typed_in(request);
    if (request.raw("step") == step_give_each) {
        page.each = rows_in(request);
    } else if (request.raw("step") == step_each && !page.error) {
        auto rows = first_rows(transaction, request, page, context.today());
        if (!rows && !web::is_about_form(rows.error())) return tl::unexpected<Error>(rows.error());
        if (rows)
            page.each = std::move(*rows);
        else
            page.error = rows.error();
    }
    return hand_on_page(context, page);
}

Result<http::Response> show_form(Context& context, const http::Request& request)
{
    {
        auto transaction = TRY(context.read());
        const auto whole = TRY(whole_in(context, transaction, request));
        TRY(check_handing_on(context, whole));
    }
    return hand_on_with(context, request, {});
}

/// The same terms for all that are meant, or terms of its own for each.
Result<void> hand_on_as_typed(Context& context, database::Transaction& transaction,
                              const http::Request& request, const Obligation& whole)
{
    if (request.raw("step") == step_give_each) {
        const auto units = TRY(each_in(transaction, request, whole, context.today()));
        const auto note = TRY(request.paragraphs("note", limits::part_note_length_max));
        TRY(hand_on(context, transaction, whole, units, note, reach_in(request)));
        return {};
    }
    const auto units = TRY(units_in(transaction, request, whole, context.today()));
    const auto terms = TRY(terms_in(request));
    TRY(hand_on(context, transaction, whole, units, terms, reach_in(request)));
    return {};
}

Result<http::Response> post_handing_on(Context& context, const http::Request& request)
{
    // Nothing is handed on yet: the form is asked for with a row for each unit.
    if (request.raw("step") == step_each) return show_form(context, request);
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto whole = TRY(whole_in(context, transaction, request));
        TRY(check_handing_on(context, whole));
        TRY(hand_on_as_typed(context, transaction, request, whole));
        TRY(transaction.commit());
        return whole.code;
    }();
    if (done) return web::redirect_with(task_path(*done), "obligation.handed_on");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return hand_on_with(context, request, done.error());
}

Result<http::Response> part_with(Context& context, const http::Request& request,
                                 std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    ObligationStore store{transaction};
    PartPage page{.error = std::move(error)};
    auto& obligation = page.task.obligation;
    obligation = TRY(part_in(context, transaction, request));
    page.task.work = TRY(work_of(transaction, obligation.plan, obligation.lineage));
    page.part = TRY(PartStore{transaction}.find(obligation));
    page.whole = TRY(store.find(obligation.parent));
    const auto unit =
        TRY(organisation::agency_by_id(transaction, obligation.agency, obligation.due_on));
    page.unit = unit.name;
    if (page.part.agreed_in) {
        const auto agreed = TRY(ProposalStore{transaction}.find(page.part.agreed_in));
        page.proposal = agreed.code;
    }
    const auto later = TRY(store.later(obligation));
    page.has_later = !later.empty();
    if (page.error) page.typed = typed_in(request);
    // What the other form of the page holds was not sent.
    if (!page.error || page.typed.needed.empty()) {
        page.typed.needed = std::to_string(obligation.needed);
        page.typed.due_on = page.part.named_on ? page.part.named_on->vietnamese() : "";
        page.typed.note = page.part.note;
    }
    return part_page(context, page);
}

Result<http::Response> show_part(Context& context, const http::Request& request)
{
    return part_with(context, request, {});
}

/// Finds, does, commits; a refused form is shown anew with its fault.
template <class Step>
Result<http::Response> step(Context& context, const http::Request& request, std::string_view said,
                            const Step& take)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto part = TRY(part_in(context, transaction, request));
        const auto version = TRY(request.integer("version"));
        TRY(take(transaction, part, version));
        TRY(transaction.commit());
        return part.code;
    }();
    if (done) return web::redirect_with(task_path(*done), said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return part_with(context, request, done.error());
}

Result<http::Response> post_change(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.part.changed",
                [&](database::Transaction& transaction, const Obligation& part,
                    std::int64_t version) -> Result<void> {
                    const auto terms = TRY(terms_in(request));
                    return change_part(context, transaction, part, version, terms,
                                       reach_in(request));
                });
}

Result<http::Response> post_withdrawal(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.part.withdrawn",
                [&](database::Transaction& transaction, const Obligation& part,
                    std::int64_t version) -> Result<void> {
                    const auto reason =
                        TRY(request.maybe_text("reason", limits::reason_length_max));
                    return withdraw_part(context, transaction, part, version, reason.value_or(""),
                                         reach_in(request));
                });
}

}  // namespace

void add_cascade(Module& module)
{
    const auto givers = http::Access::holder_of(hand_on_work.key);
    module.permission(hand_on_work);
    module.get("/viec/{task}/giao-tiep", givers, show_form);
    module.post("/viec/{task}/giao-tiep", givers, post_handing_on);
    module.get("/viec/{task}/phan-giao", givers, show_part);
    module.post("/viec/{task}/phan-giao", givers, post_change);
    module.post("/viec/{task}/thu-hoi", givers, post_withdrawal);
    add_given(module);
    module.audits({"obligation.handed_on", "giao việc xuống đơn vị trực thuộc"});
    module.audits({"obligation.part.changed", "sửa phần việc giao cho đơn vị trực thuộc"});
    module.audits({"obligation.part.withdrawn", "thu hồi phần việc giao cho đơn vị trực thuộc"});
}

}  // namespace caicach::obligation

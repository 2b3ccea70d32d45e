#include "obligation/cascade/handing_on.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "crypto/public_code.hpp"
#include "database/turn.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "obligation/cascade/part_news.hpp"
#include "obligation/cascade/part_store.hpp"
#include "obligation/cascade/units.hpp"
#include "obligation/counting.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/permissions.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::string_view own_plan = "own_plan";
constexpr std::string_view giver_excused = "Cơ quan giao được miễn việc này";
constexpr std::string_view giver_withdrew = "Cơ quan giao phần trên đã thu hồi";

/// Named as the whole's last day it goes along with that.
std::optional<Date> named_of(std::optional<Date> due_on, const Obligation& whole)
{
    return due_on == whole.due_on ? std::nullopt : due_on;
}

json::Value detail_of(const Part& part)
{
    return json::Value::object()
        .set("needed", part.obligation.needed)
        .set("due", part.obligation.due_on.iso())
        .set("note", part.note);
}

/// Who was given what of one obligation.
json::Value detail_of(const std::vector<Part>& given)
{
    const auto& first = given.front();
    auto units = json::Value::array();
    auto parts = json::Value::array();
    bool are_alike = true;
    for (const auto& part : given) {
        const auto& one = part.obligation;
        units.push(one.agency.value);
        parts.push(std::to_string(one.agency.value) + ": " + std::to_string(one.needed) + ", " +
                   one.due_on.iso());
        are_alike = are_alike && one.needed == first.obligation.needed &&
                    one.due_on == first.obligation.due_on;
    }
    if (are_alike) return detail_of(first).set("units", std::move(units));
    return json::Value::object().set("note", first.note).set("parts", std::move(parts));
}

Result<void> count_now(Context& context, database::Transaction& transaction, Obligation part)
{
    if (context.today() < part.begins_on) return {};
    const auto before = part;
    const bool counts = TRY(count_known_facts(context, transaction, part, {}));
    if (!counts) return {};
    ObligationStore store{transaction};
    TRY(store.save(before, part));
    const auto counted = TRY(store.counts(part.id));
    return climb(transaction, part, counted);
}

/// Parts of one obligation after another, for the same units.
class HandingOn
{
public:
    /// `agreed_in`: where the agency that gets a part agreed to it; none: it is given.
    HandingOn(Context& context, database::Transaction& transaction, DueDays due_days,
              ProposalId agreed_in = {})
        : m_context(context),
          m_transaction(transaction),
          m_due_days(std::move(due_days)),
          m_agreed_in(agreed_in)
    {
    }

    /// `origin` is what the days of `units` are of: the same, or an earlier period.
    Result<int> hand_on(const Obligation& whole, const Obligation& origin,
                        const std::vector<UnitTerms>& units, std::string_view note)
    {
        auto known = TRY(m_parts.of(whole.id));
        const auto there = known.size() + units.size();
        if (there > static_cast<std::size_t>(limits::parts_max))
            return failure(Failure::invalid, "obligation.part.too_many", "units",
                           {std::to_string(limits::parts_max)});
        std::vector<Obligation> fresh;
        std::vector<Part> given;
        for (const auto& terms : units) {
            const auto found = std::ranges::find_if(
                known, [&](const Part& part) { return part.obligation.agency == terms.unit; });
            const bool is_known = found != known.end();
            if (is_known && found->obligation.closing != Closing::closed) continue;
            const auto named_on = named_in(whole, origin, named_of(terms.due_on, origin));
            Part part{.obligation = is_known ? found->obligation : Obligation{.agency = terms.unit},
                      .named_on = named_on,
                      .given_on = m_context.today(),
                      .note = std::string(note),
                      .agreed_in = m_agreed_in};
            const auto before = part.obligation;
            take_whole(part.obligation, whole);
            part.obligation.needed = terms.needed;
            part.obligation.due_on = due_of_part(named_on, whole.due_on, m_due_days);
            if (is_known) {
                TRY(open_again(before, part.obligation));
            } else {
                part.obligation.id = make_id<ObligationId>();
                part.obligation.code = crypto::make_public_code();
                part.obligation.version = 1;
                fresh.push_back(part.obligation);
            }
            m_news.add(PartNews::Step::given, part.obligation, note);
            given.push_back(std::move(part));
        }
        TRY(m_store.add(fresh));
        for (const auto& part : given) {
            TRY(m_parts.save_terms(part));
            TRY(count_now(m_context, m_transaction, part.obligation));
        }
        if (given.empty()) return 0;
        if (m_agreed_in) return static_cast<int>(given.size());
        TRY(m_context.record(m_transaction, "obligation.handed_on", "obligation", whole.id.value,
                             beginning_detail(detail_of(given))));
        return static_cast<int>(given.size());
    }

    /// A part as its agency agreed to it: a new one, or the one that it has, changed. `origin` is
    /// what its day is of.
    Result<void> agree(const Obligation& whole, const Obligation& origin, const AgreedPart& agreed)
    {
        const auto& terms = agreed.terms;
        const auto known = TRY(m_parts.of(whole.id));
        const auto found = std::ranges::find_if(known, [&](const Part& part) {
            return part.obligation.agency == agreed.agency &&
                   part.obligation.closing != Closing::closed;
        });
        if (found != known.end())
            return change(found->obligation, whole, terms,
                          named_in(whole, origin, named_of(terms.due_on, origin)));
        const UnitTerms unit{.unit = agreed.agency, .needed = terms.needed, .due_on = terms.due_on};
        TRY(hand_on(whole, origin, {unit}, terms.note));
        return {};
    }

    /// `before` was closed; what counted for it still does.
    Result<void> open_again(const Obligation& before, Obligation& part)
    {
        part.closing = Closing::none;
        part.closing_reason.clear();
        part.closed_by.clear();
        part.closed_at.reset();
        const auto counts = TRY(m_store.counts(part.id));
        recount(part, counts);
        return m_store.save(before, part);
    }

    Result<void> change(const Obligation& obligation, const Obligation& whole,
                        const PartTerms& terms, std::optional<Date> named_on)
    {
        const auto before = TRY(m_parts.find(obligation));
        auto part = before;
        part.named_on = named_on;
        part.note = terms.note;
        if (m_agreed_in) part.agreed_in = m_agreed_in;
        part.obligation.needed = terms.needed;
        part.obligation.due_on = due_of_part(named_on, whole.due_on, m_due_days);
        const auto counts = TRY(m_store.counts(obligation.id));
        recount(part.obligation, counts);
        TRY(m_store.save(before.obligation, part.obligation));
        TRY(m_parts.save_terms(part));
        const bool is_news = before.note != part.note ||
                             before.obligation.needed != part.obligation.needed ||
                             before.obligation.due_on != part.obligation.due_on;
        if (is_news) m_news.add(PartNews::Step::changed, part.obligation, part.note);
        if (m_agreed_in) return {};
        return m_context.record(m_transaction, "obligation.part.changed", "obligation",
                                obligation.id.value,
                                change_detail(detail_of(before), detail_of(part)));
    }

    /// What the units learn of all that was done here.
    Result<void> tell() { return m_news.send(); }

private:
    Context& m_context;
    database::Transaction& m_transaction;
    DueDays m_due_days;
    ProposalId m_agreed_in;
    ObligationStore m_store{m_transaction};
    PartStore m_parts{m_transaction};
    PartNews m_news{m_context, m_transaction};
};

Result<void> check_units(Context& context, database::Transaction& transaction,
                         const Obligation& whole, const std::vector<UnitTerms>& units)
{
    if (units.empty()) return failure(Failure::invalid, "obligation.part.units_missing", "units");
    const auto below = TRY(units_of(transaction, whole.agency, context.today()));
    for (const auto& terms : units) {
        if (std::ranges::find(below, terms.unit, &Unit::id) == below.end())
            return failure(Failure::invalid, "obligation.part.stranger", "units");
        TRY(check_part_due(context, whole, terms.due_on, terms.due_field));
    }
    return {};
}

/// For who may decide about it, while it is of that version and not closed.
Result<void> check_part(Context& context, const Obligation& part, std::int64_t version)
{
    if (!part.is_part()) return failure(Failure::not_found, "obligation.part.not_found");
    TRY(context.require(hand_on_work, organisation::scope_of(part.giver)));
    if (part.closing != Closing::none) return failure(Failure::conflict, "obligation.closed");
    if (part.version != version) return failure(Failure::conflict, "base.changed_meanwhile");
    return {};
}

Result<void> close(Context& context, database::Transaction& transaction, const Obligation& part,
                   std::string_view reason)
{
    auto closed = part;
    closed.closing = Closing::closed;
    closed.closing_reason = reason;
    closed.closed_by = context.actor().name;
    closed.closed_at = context.now();
    return ObligationStore{transaction}.save(part, closed);
}

/// All below, level by level; `visit` is told each that is not closed.
template <class Visit>
Result<void> each_below(database::Transaction& transaction, ObligationId whole, const Visit& visit)
{
    PartStore parts{transaction};
    std::vector<ObligationId> level{whole};
    for (int depth = 0; depth < limits::hand_on_levels_max && !level.empty(); ++depth) {
        std::vector<ObligationId> next;
        for (const auto above : level) {
            const auto below = TRY(parts.of(above));
            for (const auto& part : below) {
                next.push_back(part.obligation.id);
                if (part.obligation.closing != Closing::closed) TRY(visit(part.obligation));
            }
        }
        level = std::move(next);
    }
    return {};
}

/// Sub-parts go with it.
Result<void> withdraw_one(Context& context, database::Transaction& transaction,
                          const Obligation& part, std::string_view reason, PartNews& news)
{
    TRY(close(context, transaction, part, reason));
    news.add(PartNews::Step::withdrawn, part, reason);
    TRY(each_below(transaction, part.id, [&](const Obligation& below) {
        news.add(PartNews::Step::withdrawn, below, giver_withdrew);
        return close(context, transaction, below, giver_withdrew);
    }));
    return context.record(transaction, "obligation.part.withdrawn", "obligation", part.id.value,
                          reason);
}

}  // namespace

Result<void> check_part_due(const Context& context, const Obligation& whole,
                            std::optional<Date> due_on, const std::string& field)
{
    if (!due_on) return {};
    if (*due_on > whole.due_on)
        return failure(Failure::invalid, "obligation.part.due_late", field,
                       {whole.due_on.vietnamese()});
    if (*due_on < context.today())
        return failure(Failure::invalid, "obligation.part.due_past", field);
    return {};
}

bool may_hand_on(const Context& context, organisation::AgencyId agency)
{
    return context.may(hand_on_work, organisation::scope_of(agency));
}

Result<void> check_handing_on(const Context& context, const Obligation& whole)
{
    TRY(context.require(hand_on_work, organisation::scope_of(whole.agency)));
    if (!whole.is_owed()) return failure(Failure::conflict, "obligation.closed");
    // Each agency makes its own plan; nobody makes a part of another's.
    if (whole.product == own_plan) return failure(Failure::conflict, "obligation.part.own_plan");
    if (level_of(whole) >= limits::hand_on_levels_max)
        return failure(Failure::conflict, "obligation.part.too_deep", "",
                       {std::to_string(limits::hand_on_levels_max)});
    return {};
}

Result<int> hand_on(Context& context, database::Transaction& transaction, const Obligation& whole,
                    const std::vector<UnitTerms>& units, std::string_view note, Reach reach)
{
    // Results that the units record meanwhile are seen here, or see their parts.
    TRY(database::take_turn(transaction, database::Turn::alone));
    TRY(check_handing_on(context, whole));
    TRY(check_units(context, transaction, whole, units));
    auto due_days = TRY(DueDays::load(transaction));
    HandingOn handing{context, transaction, std::move(due_days)};
    int made = TRY(handing.hand_on(whole, whole, units, note));
    if (reach == Reach::later_periods) {
        const auto later = TRY(ObligationStore{transaction}.later(whole));
        for (const auto& other : later) {
            const int more = TRY(handing.hand_on(other, whole, units, note));
            made += more;
        }
    }
    if (made == 0) return failure(Failure::invalid, "obligation.part.given_already", "units");
    TRY(handing.tell());
    return made;
}

Result<int> hand_on(Context& context, database::Transaction& transaction, const Obligation& whole,
                    const std::vector<organisation::AgencyId>& units, const PartTerms& terms,
                    Reach reach)
{
    std::vector<UnitTerms> alike;
    alike.reserve(units.size());
    for (const auto unit : units)
        alike.push_back({.unit = unit, .needed = terms.needed, .due_on = terms.due_on});
    return hand_on(context, transaction, whole, alike, terms.note, reach);
}

Result<void> change_part(Context& context, database::Transaction& transaction,
                         const Obligation& part, std::int64_t version, const PartTerms& terms,
                         Reach reach)
{
    TRY(check_part(context, part, version));
    TRY(database::take_turn(transaction, database::Turn::among_others));
    ObligationStore store{transaction};
    const auto whole = TRY(store.find(part.parent));
    // A day that stood before may stay, though it is over.
    const auto before = TRY(PartStore{transaction}.find(part));
    if (before.agreed_in) return failure(Failure::conflict, "obligation.part.agreed");
    if (terms.due_on != before.named_on)
        TRY(check_part_due(context, whole, terms.due_on, "due_on"));
    const auto named_on = named_of(terms.due_on, whole);
    auto due_days = TRY(DueDays::load(transaction));
    HandingOn handing{context, transaction, std::move(due_days)};
    TRY(handing.change(part, whole, terms, named_on));
    if (reach == Reach::later_periods) {
        const auto later = TRY(store.later(part));
        for (const auto& other : later) {
            const auto its_whole = TRY(store.find(other.parent));
            TRY(handing.change(other, its_whole, terms, named_in(its_whole, whole, named_on)));
        }
    }
    return handing.tell();
}

Result<void> give_agreed(Context& context, database::Transaction& transaction,
                         const Obligation& whole, const AgreedPart& agreed, Reach reach)
{
    TRY(database::take_turn(transaction, database::Turn::alone));
    auto due_days = TRY(DueDays::load(transaction));
    HandingOn handing{context, transaction, std::move(due_days), agreed.proposal};
    TRY(handing.agree(whole, whole, agreed));
    if (reach == Reach::this_period) return {};
    const auto later = TRY(ObligationStore{transaction}.later(whole));
    for (const auto& other : later) TRY(handing.agree(other, whole, agreed));
    return {};
}

Result<void> withdraw_part(Context& context, database::Transaction& transaction,
                           const Obligation& part, std::int64_t version, std::string_view reason,
                           Reach reach)
{
    TRY(check_part(context, part, version));
    if (text::trim(reason).empty())
        return failure(Failure::invalid, "obligation.part.reason_missing", "reason");
    TRY(database::take_turn(transaction, database::Turn::among_others));
    const auto later = TRY(ObligationStore{transaction}.later(part));
    PartNews news{context, transaction};
    TRY(withdraw_one(context, transaction, part, reason, news));
    if (reach == Reach::later_periods)
        for (const auto& other : later)
            TRY(withdraw_one(context, transaction, other, reason, news));
    return news.send();
}

Result<std::vector<Obligation>> excuse_parts(Context& context, database::Transaction& transaction,
                                             const Obligation& whole)
{
    std::vector<Obligation> all;
    const auto excuse_part = [&](const Obligation& part) -> Result<void> {
        if (!part.is_owed()) return {};
        auto excused = part;
        excused.closing = Closing::excused;
        excused.closing_reason = giver_excused;
        excused.closed_by = context.actor().name;
        excused.closed_at = context.now();
        TRY(ObligationStore{transaction}.save(part, excused));
        all.push_back(std::move(excused));
        return {};
    };
    TRY(each_below(transaction, whole.id, excuse_part));
    return all;
}

Result<std::vector<Obligation>> end_excuse_of_parts(database::Transaction& transaction,
                                                    const Obligation& whole)
{
    std::vector<Obligation> all;
    const auto end_excuse_of_part = [&](const Obligation& part) -> Result<void> {
        if (part.closing != Closing::excused) return {};
        auto owed = part;
        owed.closing = Closing::none;
        owed.closing_reason.clear();
        owed.closed_by.clear();
        owed.closed_at.reset();
        TRY(ObligationStore{transaction}.save(part, owed));
        all.push_back(std::move(owed));
        return {};
    };
    TRY(each_below(transaction, whole.id, end_excuse_of_part));
    return all;
}

}  // namespace caicach::obligation

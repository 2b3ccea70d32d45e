#include "obligation/cascade/part_generation.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "crypto/public_code.hpp"
#include "obligation/cascade/part_store.hpp"
#include "obligation/counting.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/own_plan/waiting.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::string_view whole_closed = "Việc của cơ quan giao đã khép lại";
constexpr std::string_view unit_ended = "Đơn vị đã được sắp xếp lại; đơn vị tiếp nhận làm tiếp";

auto terms_of(const Obligation& o)
{
    return std::tie(o.item, o.role, o.begins_on, o.ends_on, o.due_on, o.unit, o.product,
                    o.is_requested);
}

class Renewal
{
public:
    Renewal(Context& context, database::Transaction& transaction, const PartRules& rules)
        : m_context(context), m_transaction(transaction), m_rules(rules)
    {
    }

    Result<void> renew(const Part& part)
    {
        const auto whole = TRY(whole_of(part));
        if (!whole) return close(part.obligation, whole_closed);
        if (is_over(part, *whole)) return {};
        const auto heirs = TRY(heirs_of(part, *whole));
        const bool stays = heirs.size() == 1 && heirs.front() == part.obligation.agency &&
                           whole->id == part.obligation.parent;
        if (stays) return take_terms(part, *whole);
        TRY(close(part.obligation, unit_ended));
        for (const auto heir : heirs) TRY(move(part, *whole, heir));
        return {};
    }

    /// After all have their terms: what fits no more is free for others.
    Result<void> count(plan::PlanId plan)
    {
        const auto misfits = TRY(drop_misfits(m_transaction, plan));
        for (const auto obligation : misfits) TRY(settle_anew(m_transaction, obligation));
        for (const auto& [id, merged] : m_renewed) TRY(count_and_climb(id, merged));
        return {};
    }

private:
    using Agencies = std::vector<organisation::AgencyId>;

    /// By its old day and by its new one, or done in time by the old.
    [[nodiscard]] bool is_over(const Part& part, const Obligation& whole) const
    {
        const auto& [done_on, due_on] = std::tie(part.obligation.done_on, part.obligation.due_on);
        if (m_context.today() <= due_on) return false;
        const auto wanted = due_of_part(part.named_on, whole.due_on, m_rules.due_days);
        return wanted < m_context.today() || (done_on && *done_on <= due_on);
    }

    /// What it is a part of now: the same, or the same work of the one agency that took the giver
    /// over.
    Result<std::optional<Obligation>> whole_of(const Part& part)
    {
        auto whole = TRY(m_store.find(part.obligation.parent));
        if (whole.closing != Closing::closed) return std::optional{std::move(whole)};
        const auto heirs =
            m_rules.succession.heirs(whole.agency, part.given_on, part.obligation.due_on);
        if (heirs.size() != 1 || heirs.front().agency == whole.agency)
            return std::optional<Obligation>{};
        auto other =
            TRY(m_parts.obligation_like(part.obligation, heirs.front().agency, whole.quota));
        if (other && other->closing == Closing::closed) other.reset();
        return other;
    }

    /// Whoever owes to itself what it gave owes nothing more than the whole.
    [[nodiscard]] Result<std::vector<organisation::AgencyId>> heirs_of(
        const Part& part, const Obligation& whole) const
    {
        std::vector<organisation::AgencyId> agencies;
        for (const auto& heir : m_rules.succession.heirs(part.obligation.agency, part.given_on,
                                                         part.obligation.due_on))
            if (heir.agency != whole.agency) agencies.push_back(heir.agency);
        return agencies;
    }

    /// What is over and done stays as it was.
    Result<void> close(Obligation part, std::string_view reason)
    {
        if (part.due_on < m_context.today() && !part.is_owed()) return {};
        part.closing = Closing::closed;
        part.closing_reason = reason;
        part.closed_by = m_context.actor().name;
        part.closed_at = m_context.now();
        return m_store.save_untold(part);
    }

    Result<void> take_terms(Part part, const Obligation& whole)
    {
        auto& renewed = part.obligation;
        const auto before = renewed;
        take_whole(renewed, whole);
        renewed.due_on = judged_day(
            before, due_of_part(part.named_on, whole.due_on, m_rules.due_days), before.done_on);
        if (terms_of(before) == terms_of(renewed)) return {};
        m_renewed.emplace_back(renewed.id, Agencies{});
        return m_store.save_untold(renewed);
    }

    Result<void> move(const Part& part, const Obligation& whole, organisation::AgencyId heir)
    {
        Part moved{.obligation = {.agency = heir},
                   .named_on = part.named_on,
                   .given_on = m_context.today(),
                   .note = part.note,
                   .agreed_in = part.agreed_in};
        take_whole(moved.obligation, whole);
        moved.obligation.needed = part.obligation.needed;
        moved.obligation.due_on = due_of_part(part.named_on, whole.due_on, m_rules.due_days);
        const auto known =
            TRY(m_parts.obligation_like(moved.obligation, heir, moved.obligation.quota));
        if (known) {
            TRY(join(moved, *known));
            TRY(m_store.save_untold(moved.obligation));
        } else {
            moved.obligation.id = make_id<ObligationId>();
            moved.obligation.code = crypto::make_public_code();
            moved.obligation.version = 1;
            TRY(m_store.add_untold({&moved.obligation, 1}));
        }
        TRY(m_parts.save_terms(moved));
        m_renewed.emplace_back(moved.obligation.id, Agencies{part.obligation.agency});
        return {};
    }

    /// Two quotas are one of both; what was to be done once is done once.
    Result<void> join(Part& moved, const Obligation& known)
    {
        auto joined = known;
        const bool is_quota = !known.product.empty() || !known.unit.empty();
        if (known.closing == Closing::closed) {
            joined.needed = moved.obligation.needed;
            joined.closing = Closing::none;
            joined.closing_reason.clear();
            joined.closed_by.clear();
            joined.closed_at.reset();
        } else {
            joined.needed = is_quota ? known.needed + moved.obligation.needed
                                     : std::max(known.needed, moved.obligation.needed);
            const auto there = TRY(m_parts.find(known));
            moved.named_on = there.named_on;
            if (!there.note.empty()) moved.note = there.note;
            if (there.agreed_in) moved.agreed_in = there.agreed_in;
        }
        moved.obligation = std::move(joined);
        return {};
    }

    Result<void> count_and_climb(ObligationId id, const Agencies& merged)
    {
        const auto before = TRY(m_store.find(id));
        auto part = before;
        TRY(count_known_facts(m_context, m_transaction, part, merged));
        const bool is_same = part.done == before.done && part.done_on == before.done_on;
        if (!is_same) TRY(m_store.save_untold(part));
        const auto counts = TRY(m_store.counts(id));
        return climb(m_transaction, part, counts);
    }

    Context& m_context;
    database::Transaction& m_transaction;
    const PartRules& m_rules;
    ObligationStore m_store{m_transaction};
    PartStore m_parts{m_transaction};
    std::vector<std::pair<ObligationId, Agencies>> m_renewed{};
};

}  // namespace

Result<void> renew_parts(Context& context, database::Transaction& transaction, plan::PlanId plan,
                         const PartRules& rules)
{
    Renewal renewal{context, transaction, rules};
    const auto parts = TRY(PartStore{transaction}.open_of_plan(plan));
    for (const auto& part : parts) {
        // Another unit's part may have come to it meanwhile.
        const auto now = TRY(ObligationStore{transaction}.find(part.obligation.id));
        const auto whole = TRY(PartStore{transaction}.find(now));
        if (now.closing != Closing::closed) TRY(renewal.renew(whole));
    }
    return renewal.count(plan);
}

}  // namespace caicach::obligation

#include "organisation/reorganisation.hpp"

#include <utility>

#include "json/value.hpp"
#include "manifest/context.hpp"
#include "organisation/registration.hpp"
#include "organisation/reorganisation_terms.hpp"
#include "organisation/sql.hpp"
#include "text/text.hpp"

/// Doing what a decision says.
namespace caicach::organisation
{
namespace
{

using enum ReorganisationKind;

/// One decision at work: its rows, and what to tell of them.
class Change
{
public:
    Change(database::Transaction& transaction, const Reorganisation& what)
        : m_transaction(transaction), m_what(what), m_last_day(what.day.plus_days(-1))
    {
    }

    [[nodiscard]] Result<Consequence> run()
    {
        TRY(check_presence());
        for (const auto agency : ending(m_what)) TRY(end(agency));
        if (!text::trim(m_what.name).empty()) TRY(take_new_name());
        for (const auto unit : m_what.moved) TRY(move(unit, m_what.heirs.front().agency));
        return std::move(m_consequence);
    }

private:
    /// Those that give were there the day before and have not ended yet; those that take may be as
    /// new as the decision.
    Result<void> check_presence()
    {
        for (const auto& passage : passages_of(m_what)) {
            TRY(require_on(passage.from, m_last_day));
            TRY(require_on(passage.from, m_what.day));
            if (passage.to) TRY(require_on(passage.to, m_what.day));
        }
        return {};
    }

    Result<void> require_on(AgencyId agency, Date day)
    {
        const bool exists = TRY(is_found(sql::exists_on, agency, day));
        if (exists) return {};
        const auto summary = TRY(agency_by_id(m_transaction, agency, day));
        return refused("absent", "day", {summary.name, day.vietnamese()});
    }

    Result<bool> is_found(std::string_view sql, AgencyId agency, Date day)
    {
        const auto found = [](const database::Row& row) { return row.integer("found") > 0; };
        return m_transaction.one(sql, found, agency, day);
    }

    Result<void> refuse_later(std::string_view sql, AgencyId agency)
    {
        const bool is_later = TRY(is_found(sql, agency, m_what.day));
        if (!is_later) return {};
        const auto summary = TRY(agency_by_id(m_transaction, agency, m_what.day));
        return refused("later_history", "day", {summary.name});
    }

    Result<void> end(AgencyId agency)
    {
        TRY(refuse_later(sql::later_names, agency));
        TRY(refuse_later(sql::later_parents, agency));
        TRY(refuse_later(sql::later_passages, agency));
        TRY(refuse_later(sql::later_official_codes, agency));
        auto summary = TRY(agency_by_id(m_transaction, agency, m_last_day));
        const auto old_names = TRY(names_of(summary));
        TRY(move_units(summary));
        TRY(m_transaction.change_one(sql::end_agency, agency, m_last_day));
        TRY(m_transaction.change(sql::end_names, agency, m_last_day));
        TRY(m_transaction.change(sql::end_parents, agency, m_last_day));
        TRY(m_transaction.change(sql::end_aliases, agency, m_last_day));
        TRY(m_transaction.change(sql::end_official_codes, agency, m_last_day));
        TRY(pass_names(old_names));
        m_consequence.ended.push_back(std::move(summary));
        return {};
    }

    /// Whom all of an ended agency's own things go to; nobody where nobody took over.
    [[nodiscard]] AgencyId first_heir() const
    {
        if (m_what.kind == merge) return m_what.subject;
        return m_what.heirs.empty() ? AgencyId{} : m_what.heirs.front().agency;
    }

    /// All that the agency was called on its last day.
    Result<std::vector<std::string>> names_of(const AgencySummary& summary)
    {
        const auto alias_from = [](const database::Row& row) { return row.string("alias"); };
        auto names = TRY(m_transaction.all(sql::aliases_on, alias_from, summary.id, m_last_day));
        names.insert(names.begin(), summary.name);
        if (summary.short_name != summary.name) names.insert(names.begin() + 1, summary.short_name);
        return names;
    }

    /// A sole successor is meant by the old names from now on. Of several nobody can tell which,
    /// unless the decision does.
    Result<void> pass_names(const std::vector<std::string>& names)
    {
        const bool is_sole = m_what.heirs.size() < 2;
        const auto heir = is_sole ? first_heir() : m_what.names_to;
        for (const auto& name : names) {
            if (heir) {
                TRY(pass_name(name, heir));
            } else if (!is_sole) {
                m_consequence.shared_names.push_back(name);
            }
        }
        return {};
    }

    Result<void> pass_name(const std::string& name, AgencyId heir)
    {
        const auto stored = store_alias(
            m_transaction, {.text = name, .target = heir, .validity = {.from = m_what.day}});
        // Somebody else bears it already: his it stays.
        if (!stored && stored.error().kind != Failure::conflict)
            return tl::unexpected<Error>(stored.error());
        if (stored && *stored) m_consequence.passed_names.push_back(name);
        return {};
    }

    /// The units of an ended agency go under its first heir.
    Result<void> move_units(const AgencySummary& from)
    {
        const auto unit_from = [](const database::Row& row) {
            return row.id<AgencyId>("agency_id");
        };
        const auto units = TRY(m_transaction.all(sql::children_on, unit_from, from.id, m_what.day));
        for (const auto unit : units) {
            if (unit == first_heir()) {
                // It takes its agency's place.
                const AgencyId above = TRY(parent_of(from.id));
                TRY(move(unit, above));
            } else if (first_heir()) {
                TRY(move(unit, first_heir()));
            } else {
                auto stranded = TRY(agency_by_id(m_transaction, unit, m_what.day));
                m_consequence.stranded.push_back(std::move(stranded));
            }
        }
        return {};
    }

    /// 0 where it has none.
    Result<AgencyId> parent_of(AgencyId agency)
    {
        const auto parent_from = [](const database::Row& row) {
            return row.id<AgencyId>("parent_id");
        };
        const auto found =
            TRY(m_transaction.maybe_one(sql::parent_on, parent_from, agency, m_last_day));
        return found.value_or(AgencyId{});
    }

    Result<void> move(AgencyId unit, AgencyId under)
    {
        TRY(refuse_later(sql::later_parents, unit));
        TRY(m_transaction.change(sql::end_parents, unit, m_last_day));
        if (under) {
            TRY(m_transaction.change_one(sql::insert_parent, next_id(), unit, under, m_what.day,
                                         std::optional<Date>{}));
        }
        auto moved = TRY(agency_by_id(m_transaction, unit, m_what.day));
        m_consequence.moved.push_back(std::move(moved));
        return {};
    }

    Result<void> take_new_name()
    {
        TRY(refuse_later(sql::later_names, m_what.subject));
        const auto before = TRY(agency_by_id(m_transaction, m_what.subject, m_last_day));
        TRY(m_transaction.change(sql::end_names, m_what.subject, m_last_day));
        TRY(store_name(m_transaction, m_what.subject,
                       {.name = m_what.name,
                        .short_name = m_what.short_name,
                        .kind = before.kind,
                        .validity = {.from = m_what.day}}));
        for (const auto& name : {before.name, before.short_name})
            TRY(pass_name(name, m_what.subject));
        auto after = TRY(agency_by_id(m_transaction, m_what.subject, m_what.day));
        m_consequence.renamed.push_back(std::move(after));
        return {};
    }

    database::Transaction& m_transaction;
    const Reorganisation& m_what;
    Date m_last_day;
    Consequence m_consequence{};
};

json::Value names_of(const AgencySummary& agency)
{
    return json::Value::object().set("name", agency.name).set("short_name", agency.short_name);
}

Result<void> store(Context& context, database::Transaction& transaction, const Reorganisation& what)
{
    const auto id = make_id<ReorganisationId>();
    TRY(transaction.change_one(sql::insert_reorganisation, id, key_of(what.kind), what.day,
                               text::squeeze(what.document)));
    auto passages = json::Value::array();
    for (const auto& passage : passages_of(what)) {
        const auto heir = passage.to ? std::optional(passage.to) : std::nullopt;
        TRY(transaction.change_one(sql::insert_passage, next_id(), id, passage.from, heir,
                                   passage.share));
        passages.push(json::Value::object()
                          .set("from", passage.from.value)
                          .set("to", passage.to.value)
                          .set("share", passage.share));
    }
    auto detail = json::Value::object()
                      .set("kind", key_of(what.kind))
                      .set("day", what.day.iso())
                      .set("passages", std::move(passages));
    if (!what.name.empty()) {
        const auto before = TRY(agency_by_id(transaction, what.subject, what.day.plus_days(-1)));
        const auto after = TRY(agency_by_id(transaction, what.subject, what.day));
        detail.set("before", names_of(before)).set("after", names_of(after));
    }
    return context.record(transaction, "organisation.reorganised", "organisation.reorganisation",
                          id.value, json::dump(detail));
}

}  // namespace

Result<Consequence> reorganise(Context& context, database::Transaction& transaction,
                               const Reorganisation& reorganisation)
{
    TRY(check_terms(reorganisation));
    auto consequence = TRY(Change(transaction, reorganisation).run());
    TRY(store(context, transaction, reorganisation));
    TRY(context.publish(transaction, DirectoryChanged{}));
    return consequence;
}

}  // namespace caicach::organisation

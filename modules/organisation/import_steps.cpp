#include "organisation/import_steps.hpp"

#include <map>
#include <string>
#include <utility>

#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"
#include "organisation/agency_import.hpp"
#include "organisation/naming.hpp"
#include "organisation/sql.hpp"

namespace caicach::organisation
{
namespace
{

/// Of a row that makes an agency or changes its name.
const DatedName& naming_of(const RowChange& change)
{
    VERIFY(change.naming);
    return *change.naming;
}

class Steps
{
public:
    Steps(Context& context, database::Transaction& transaction, ImportId import,
          const AgencyComparison& comparison, DirectoryState before)
        : m_context(context),
          m_transaction(transaction),
          m_import(import),
          m_comparison(comparison),
          m_before(std::move(before)),
          m_journal(transaction, import)
    {
    }

    /// Agencies and names first: a parent may stand below its units.
    Result<void> run()
    {
        for (const auto& change : m_comparison.changes) {
            m_journal.at_row(change.row.number);
            if (change.outcome == RowOutcome::created) TRY(create(change));
            if (change.outcome == RowOutcome::changed && change.naming) TRY(rename(change));
        }
        for (const auto& change : m_comparison.changes) {
            if (change.outcome == RowOutcome::unchanged) continue;
            m_journal.at_row(change.row.number);
            if (change.has_new_parent) TRY(set_parent(change));
            for (const auto& code : change.codes) TRY(set_official_code(change, code));
            for (const auto& contact : change.contacts) TRY(set_contact(change, contact));
            TRY(tell(change));
        }
        return {};
    }

private:
    [[nodiscard]] Date day() const { return m_comparison.day; }

    Result<void> create(const RowChange& change)
    {
        const auto& naming = naming_of(change);
        const AgencyId id =
            TRY(store_agency(m_transaction, change.row.code, naming.name, naming.validity));
        m_created.emplace(change.row.code, id);
        TRY(m_journal.added(Thing::agency, id.value));
        return add_name(id, naming);
    }

    Result<void> add_name(AgencyId agency, const DatedName& name)
    {
        const auto id = next_id();
        TRY(insert_name(m_transaction, id, agency, name));
        return m_journal.added(Thing::name, id);
    }

    Result<void> rename(const RowChange& change)
    {
        const auto& known = *m_before.find(change.row.code);
        const auto& held = known.name;
        TRY(m_journal.end(Thing::name, held.id, held.name.validity.from, day().plus_days(-1)));
        TRY(add_name(known.id, naming_of(change)));
        if (!change.is_renamed) return {};
        if (held.name.name != naming_of(change).name) TRY(keep_as_alias(known, held.name.name));
        if (held.name.short_name != naming_of(change).short_name &&
            held.name.short_name != held.name.name)
            TRY(keep_as_alias(known, held.name.short_name));
        return {};
    }

    /// What it was called until now is another name of it from now on, unless somebody else is
    /// meant by it.
    Result<void> keep_as_alias(const KnownAgency& known, const std::string& name)
    {
        const Validity validity{.from = day()};
        if (m_before.other_bearer(name, known.code, validity)) return {};
        const auto id = next_id();
        TRY(m_transaction.change_one(sql::insert_alias, id, name, name_key(name), known.id,
                                     std::optional<GroupId>{}, validity.from, validity.to));
        return m_journal.added(Thing::alias, id);
    }

    [[nodiscard]] AgencyId id_of(const std::string& code) const
    {
        const auto created = m_created.find(code);
        return created == m_created.end() ? m_before.find(code)->id : created->second;
    }

    Result<void> set_parent(const RowChange& change)
    {
        const auto* known = m_before.find(change.row.code);
        Validity validity{.from = day()};
        if (!known) validity = naming_of(change).validity;
        if (known) validity.to = known->life.to;
        if (known && known->parent)
            TRY(m_journal.end(Thing::parent, known->parent->id, known->parent->validity.from,
                              day().plus_days(-1)));
        const auto id = next_id();
        TRY(m_transaction.change_one(sql::insert_parent, id, id_of(change.row.code),
                                     id_of(change.row.parent), validity.from, validity.to));
        return m_journal.added(Thing::parent, id);
    }

    Result<void> set_contact(const RowChange& change, const SheetContact& contact)
    {
        const auto* known = m_before.find(change.row.code);
        const auto* held = known ? known->contact(contact.kind, contact.label) : nullptr;
        if (held)
            TRY(m_journal.end(Thing::contact, held->id.value, held->validity.from,
                              day().plus_days(-1)));
        const auto validity =
            known ? Validity{.from = day(), .to = known->life.to} : naming_of(change).validity;
        const auto id = next_id();
        TRY(m_transaction.change_one(sql::insert_contact, id, id_of(change.row.code), contact.kind,
                                     contact.label, contact.value, validity.from, validity.to));
        return m_journal.added(Thing::contact, id);
    }

    Result<void> set_official_code(const RowChange& change, const SheetCode& code)
    {
        const auto* known = m_before.find(change.row.code);
        const auto* held = known ? known->official_code(code.system) : nullptr;
        if (held)
            TRY(m_journal.end(Thing::official_code, held->id.value, held->validity.from,
                              day().plus_days(-1)));
        auto validity =
            known ? Validity{.from = day(), .to = known->life.to} : naming_of(change).validity;
        // The system is younger than most agencies.
        validity.from = code_system(code.system)->first_day_of(validity);
        const auto id = next_id();
        TRY(m_transaction.change_one(sql::insert_official_code, id, id_of(change.row.code),
                                     code.system, code.code, validity.from, validity.to));
        return m_journal.added(Thing::official_code, id);
    }

    /// For people, and for the audit.
    Result<void> tell(const RowChange& change)
    {
        const bool is_new = change.outcome == RowOutcome::created;
        const AgencyId agency = id_of(change.row.code);
        const auto text = text_of(change.fields);
        TRY(m_transaction.change_one(sql::insert_import_row, m_import, change.row.number, is_new,
                                     agency, change.name, text));
        auto before = is_new ? json::Value{} : json::Value::object();
        auto after = json::Value::object();
        if (is_new) after.set("code", change.row.code).set("name", change.name);
        for (const auto& field : change.fields) {
            if (!is_new) before.set(field.column, field.before);
            after.set(field.column, field.after);
        }
        return m_context.record(
            m_transaction, is_new ? "organisation.agency.created" : "organisation.agency.changed",
            "organisation.agency", agency.value,
            change_detail(std::move(before), std::move(after)));
    }

    Context& m_context;
    database::Transaction& m_transaction;
    ImportId m_import;
    const AgencyComparison& m_comparison;
    DirectoryState m_before;
    ImportJournal m_journal;
    std::map<std::string, AgencyId, std::less<>> m_created{};
};

}  // namespace

Result<void> take_over(Context& context, database::Transaction& transaction, ImportId import,
                       const AgencyComparison& comparison)
{
    auto before = TRY(DirectoryState::load(transaction, comparison.day));
    return Steps(context, transaction, import, comparison, std::move(before)).run();
}

}  // namespace caicach::organisation

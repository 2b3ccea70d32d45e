#include "organisation/agency_comparison.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "crypto/crypto.hpp"
#include "organisation/limits.hpp"

namespace caicach::organisation
{
namespace
{

std::string day_text(const std::optional<Date>& day) { return day ? day->vietnamese() : ""; }

/// Looks at one row after another; what a row says holds for the rows below it.
class Comparing
{
public:
    Comparing(DirectoryState directory, const AgencySheet& sheet)
        : m_directory(std::move(directory)), m_sheet(sheet)
    {
        m_result.day = m_directory.day();
        m_result.conflicts = sheet.conflicts;
        m_result.unused_columns = sheet.unused_columns;
        for (const auto& row : sheet.rows) m_codes.emplace(row.code, row.number);
    }

    AgencyComparison run()
    {
        std::set<int> unreadable;
        for (const auto& conflict : m_sheet.conflicts) unreadable.insert(conflict.row);
        for (const auto& row : m_sheet.rows) {
            const auto before = m_result.conflicts.size();
            auto change = change_of(row);
            const bool is_good =
                before == m_result.conflicts.size() && !unreadable.contains(row.number);
            if (is_good) accept(std::move(change));
        }
        refuse_rings();
        std::ranges::stable_sort(m_result.conflicts, {}, &SheetConflict::row);
        return std::move(m_result);
    }

private:
    void refuse(const AgencyRow& row, std::string_view column, std::string key,
                std::vector<std::string> arguments = {})
    {
        m_result.conflicts.push_back({.row = row.number,
                                      .column = column_title(column),
                                      .error = {.kind = Failure::conflict,
                                                .key = std::move(key),
                                                .arguments = std::move(arguments)}});
    }

    void check(const AgencyRow& row, std::string_view column, const Result<void>& result)
    {
        if (result) return;
        m_result.conflicts.push_back(
            {.row = row.number, .column = column_title(column), .error = result.error()});
    }

    RowChange change_of(const AgencyRow& row)
    {
        RowChange change{.row = row, .name = row.name};
        if (row.code.empty()) {
            refuse(row, "code", "organisation.sheet.code_missing");
            return change;
        }
        check(row, "code", check_code(row.code));
        if (const auto first = m_codes.find(row.code)->second; first != row.number)
            refuse(row, "code", "organisation.sheet.code_twice", {std::to_string(first)});
        for (const auto& contact : row.contacts) {
            check(row, contact.kind, check_contact(contact.kind, contact.value));
            check(row, contact.kind, check_contact_label(contact.kind, contact.label));
        }
        for (const auto& code : row.codes)
            check(row, code.system, check_official_code(code.system, code.code));
        check_parent(row);
        if (const auto* known = m_directory.find(row.code)) {
            compare_known(change, *known);
        } else {
            take_new(change);
        }
        return change;
    }

    void check_parent(const AgencyRow& row)
    {
        if (row.parent.empty()) return;
        if (row.parent == row.code) refuse(row, "parent", "organisation.sheet.own_parent");
        if (!m_directory.find(row.parent) && !m_codes.contains(row.parent))
            refuse(row, "parent", "organisation.sheet.parent_unknown", {row.parent});
    }

    void check_names(const AgencyRow& row, const DatedName& naming)
    {
        check(row, "name", check_name(naming.name));
        if (naming.short_name != naming.name)
            check(row, "short_name", check_name(naming.short_name));
        const auto* taken = m_directory.other_bearer(naming.name, row.code, naming.validity);
        if (taken) refuse(row, "name", "organisation.sheet.name_taken", {naming.name, taken->who});
        if (naming.short_name == naming.name) return;
        taken = m_directory.other_bearer(naming.short_name, row.code, naming.validity);
        if (taken)
            refuse(row, "short_name", "organisation.sheet.name_taken",
                   {naming.short_name, taken->who});
    }

    void check_kind(const AgencyRow& row, const DatedName& naming)
    {
        const auto* kind = m_directory.kind(naming.kind);
        if (!kind) return refuse(row, "kind", "organisation.sheet.kind_missing");
        if (kind->validity.holds_on(naming.validity.from)) return;
        refuse(row, "kind", "organisation.kind.not_on_day",
               {kind->text, naming.validity.from.vietnamese()});
    }

    void take_new(RowChange& change)
    {
        const auto& row = change.row;
        change.outcome = RowOutcome::created;
        const Validity life{.from = row.from.value_or(first_day()), .to = row.to};
        if (life.to && *life.to < life.from)
            refuse(row, "valid_to", "organisation.validity.backwards");
        change.naming = DatedName{.name = row.name,
                                  .short_name = row.short_name.empty() ? row.name : row.short_name,
                                  .kind = row.kind,
                                  .validity = life};
        check_names(row, *change.naming);
        // An unreadable kind is refused where it was read.
        if (!row.kind.empty() || !is_refused(row, column_title("kind")))
            check_kind(row, *change.naming);
        change.has_new_parent = !row.parent.empty();
        change.codes = row.codes;
        for (const auto& code : row.codes) check_code_bearer(row, code, life);
        change.contacts = row.contacts;
    }

    [[nodiscard]] bool is_refused(const AgencyRow& row, std::string_view column) const
    {
        return std::ranges::any_of(m_sheet.conflicts, [&](const SheetConflict& conflict) {
            return conflict.row == row.number && conflict.column == column;
        });
    }

    void compare_known(RowChange& change, const KnownAgency& known)
    {
        const auto& row = change.row;
        change.name = known.name.name.name;
        if (row.from && *row.from != known.life.from)
            refuse(row, "valid_from", "organisation.sheet.other_life", {day_text(known.life.from)});
        if (row.to && row.to != known.life.to)
            refuse(row, "valid_to", "organisation.sheet.ends_by_decision",
                   {day_text(known.life.to)});
        compare_naming(change, known);
        compare_parent(change, known);
        compare_codes(change, known);
        compare_contacts(change, known);
        if (change.fields.empty()) return;
        change.outcome = RowOutcome::changed;
        if (!known.life.holds_on(m_directory.day()))
            refuse(row, "name", "organisation.sheet.not_on_day", {m_directory.day().vietnamese()});
    }

    void compare_naming(RowChange& change, const KnownAgency& known)
    {
        const auto& row = change.row;
        const auto& held = known.name.name;
        auto next = held;
        // "Sở A" without a short name that becomes "Sở B" has none still.
        const bool has_short = held.short_name != held.name;
        if (!row.name.empty()) next.name = row.name;
        if (!row.short_name.empty())
            next.short_name = row.short_name;
        else if (!has_short)
            next.short_name = next.name;
        if (!row.kind.empty()) next.kind = row.kind;
        const bool has_name = note(change, "name", held.name, next.name);
        const bool has_short_name = note(change, "short_name", has_short ? held.short_name : "",
                                         next.short_name == next.name ? "" : next.short_name);
        const bool has_kind = note(change, "kind", kind_text(held.kind), kind_text(next.kind));
        if (!has_name && !has_short_name && !has_kind) return;
        if (known.next_name)
            refuse(row, "name", "organisation.sheet.later_history",
                   {known.next_name->vietnamese()});
        next.validity = {.from = m_directory.day(), .to = held.validity.to};
        check_names(row, next);
        if (has_kind) check_kind(row, next);
        change.is_renamed = has_name || has_short_name;
        change.name = next.name;
        change.naming = std::move(next);
    }

    [[nodiscard]] std::string kind_text(std::string_view key) const
    {
        const auto* kind = m_directory.kind(key);
        return kind ? kind->text : std::string(key);
    }

    /// Whether it changes.
    static bool note(RowChange& change, std::string_view column, std::string before,
                     std::string after)
    {
        if (before == after) return false;
        change.fields.push_back(
            {column_title(column), std::move(before), std::move(after), column});
        return true;
    }

    void compare_parent(RowChange& change, const KnownAgency& known)
    {
        if (change.row.parent.empty()) return;
        const auto* held = known.parent ? m_directory.find(known.parent->parent) : nullptr;
        if (!note(change, "parent", held ? held->code : "", change.row.parent)) return;
        if (known.next_parent)
            refuse(change.row, "parent", "organisation.sheet.later_history",
                   {known.next_parent->vietnamese()});
        change.has_new_parent = true;
    }

    void check_code_bearer(const AgencyRow& row, const SheetCode& code, const Validity& validity)
    {
        const auto& system = *code_system(code.system);
        if (validity.to && *validity.to < system.valid_from)
            return refuse(row, code.system, "organisation.official_code.before_system",
                          {system.text, system.valid_from.vietnamese()});
        const auto* taken = m_directory.other_bearer_of_code(code, row.code, validity);
        if (taken)
            refuse(row, code.system, "organisation.official_code.taken", {code.code, taken->who});
    }

    void compare_codes(RowChange& change, const KnownAgency& known)
    {
        for (const auto& code : change.row.codes) {
            const auto* held = known.official_code(code.system);
            if (!note(change, code.system, held ? held->code : "", code.code)) continue;
            if (const auto next = known.next_official_code(code.system))
                refuse(change.row, code.system, "organisation.sheet.later_history",
                       {next->vietnamese()});
            check_code_bearer(change.row, code, {.from = m_directory.day(), .to = known.life.to});
            change.codes.push_back(code);
        }
    }

    void compare_contacts(RowChange& change, const KnownAgency& known)
    {
        for (const auto& contact : change.row.contacts) {
            std::vector<std::string> held;
            for (const auto& each : known.contacts)
                if (each.kind == contact.kind && each.label == contact.label)
                    held.push_back(each.value);
            if (std::ranges::find(held, contact.value) != held.end()) continue;
            if (held.size() > 1) {
                refuse(change.row, contact.kind, "organisation.sheet.several_contacts",
                       {std::to_string(held.size())});
                continue;
            }
            const auto shown = [&](const std::string& value) {
                return contact.label.empty() ? value : point_text(contact.label, value);
            };
            note(change, contact.kind, held.empty() ? "" : shown(held.front()),
                 shown(contact.value));
            change.contacts.push_back(contact);
        }
    }

    void accept(RowChange change)
    {
        if (change.naming) {
            const BorneName borne{change.row.code, change.naming->name, change.naming->validity};
            m_directory.bear(change.naming->name, borne);
            m_directory.bear(change.naming->short_name, borne);
        }
        for (const auto& code : change.codes)
            m_directory.bear_code(code, {change.row.code, change.name, days_of(change)});
        m_result.changes.push_back(std::move(change));
    }

    /// Of what begins with the row.
    [[nodiscard]] Validity days_of(const RowChange& change) const
    {
        const auto* known = m_directory.find(change.row.code);
        if (known) return {.from = m_directory.day(), .to = known->life.to};
        return {.from = change.row.from.value_or(first_day()), .to = change.row.to};
    }

    /// Nobody stands above itself, and no deeper than permissions reach.
    void refuse_rings()
    {
        std::map<std::string_view, std::string_view> above;
        for (const auto& [code, known] : m_directory.agencies()) {
            const auto* parent = known.parent ? m_directory.find(known.parent->parent) : nullptr;
            if (parent) above[code] = parent->code;
        }
        for (const auto& change : m_result.changes)
            if (change.has_new_parent) above[change.row.code] = change.row.parent;
        for (const auto& change : m_result.changes) {
            std::size_t depth = 0;
            for (auto at = above.find(change.row.code);
                 at != above.end() && depth <= limits::levels_max; ++depth)
                at = above.find(at->second);
            if (change.has_new_parent && depth > limits::levels_max)
                refuse(change.row, "parent", "organisation.sheet.too_deep",
                       {std::to_string(limits::levels_max)});
        }
    }

    DirectoryState m_directory;
    const AgencySheet& m_sheet;
    std::map<std::string_view, int> m_codes{};  ///< of the table, with their first row
    AgencyComparison m_result{};
};

}  // namespace

int AgencyComparison::count(RowOutcome outcome) const
{
    return static_cast<int>(std::ranges::count(changes, outcome, &RowChange::outcome));
}

std::string AgencyComparison::stamp() const
{
    std::string told = day.iso();
    for (const auto& change : changes) {
        told += '\n';
        told += std::to_string(change.row.number) + ' ' +
                std::to_string(static_cast<int>(change.outcome));
        for (const auto& field : change.fields)
            told.append("\n")
                .append(field.title)
                .append("\t")
                .append(field.before)
                .append("\t")
                .append(field.after);
    }
    return crypto::sha256_hex(told);
}

AgencyComparison compare(DirectoryState directory, const AgencySheet& sheet)
{
    return Comparing(std::move(directory), sheet).run();
}

}  // namespace caicach::organisation

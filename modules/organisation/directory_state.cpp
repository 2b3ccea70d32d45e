#include "organisation/directory_state.hpp"

#include <algorithm>
#include <utility>

#include "organisation/naming.hpp"
#include "organisation/rows.hpp"
#include "organisation/sql.hpp"

namespace caicach::organisation
{
namespace
{

bool overlaps(const Validity& one, const Validity& other)
{
    return (!one.to || other.from <= *one.to) && (!other.to || one.from <= *other.to);
}

/// The day of `life` that comes nearest to `day`.
Date nearest(const Validity& life, Date day)
{
    if (day < life.from) return life.from;
    return life.to && *life.to < day ? *life.to : day;
}

/// The first of those who bear it who is not the owner, on some of the days.
const BorneName* another(const std::vector<BorneName>& bearers, std::string_view owner,
                         const Validity& validity)
{
    const auto is_other = [&](const BorneName& borne) {
        return borne.owner != owner && overlaps(borne.validity, validity);
    };
    const auto other = std::ranges::find_if(bearers, is_other);
    return other == bearers.end() ? nullptr : &*other;
}

}  // namespace

const Contact* KnownAgency::contact(std::string_view kind, std::string_view label) const
{
    const auto found = std::ranges::find_if(contacts, [&](const Contact& contact) {
        return contact.kind == kind && contact.label == label;
    });
    return found == contacts.end() ? nullptr : &*found;
}

const OfficialCode* KnownAgency::official_code(std::string_view system) const
{
    const auto found = std::ranges::find_if(codes, [&](const OfficialCode& each) {
        return each.system == system && each.validity.holds_on(seen_on);
    });
    return found == codes.end() ? nullptr : &*found;
}

std::optional<Date> KnownAgency::next_official_code(std::string_view system) const
{
    const auto found = std::ranges::find_if(codes, [&](const OfficialCode& each) {
        return each.system == system && seen_on < each.validity.from;
    });
    return found == codes.end() ? std::nullopt : std::optional(found->validity.from);
}

Result<DirectoryState> DirectoryState::load(database::Transaction& transaction, Date day)
{
    DirectoryState state;
    state.m_day = day;
    state.m_kinds = TRY(organisation::kinds(transaction));
    TRY(transaction.each(sql::all_agencies, [&](const database::Row& row) {
        auto code = row.string("code");
        state.m_codes.emplace(row.integer("id"), code);
        const auto life = validity_from(row);
        state.m_agencies.emplace(code, KnownAgency{.id = row.id<AgencyId>("id"),
                                                   .code = code,
                                                   .life = life,
                                                   .seen_on = nearest(life, day)});
    }));
    TRY(state.load_names(transaction));
    TRY(state.load_parents(transaction));
    TRY(state.load_contacts(transaction));
    TRY(state.load_official_codes(transaction));
    TRY(state.load_other_names(transaction));
    return state;
}

Result<void> DirectoryState::load_names(database::Transaction& transaction)
{
    return transaction.each(sql::all_names, [&](const database::Row& row) {
        auto* known = agency(row.id<AgencyId>("agency_id"));
        StoredName stored{.id = row.integer("id"),
                          .name = {.name = row.string("name"),
                                   .short_name = row.string("short_name"),
                                   .kind = row.string("kind"),
                                   .validity = validity_from(row)}};
        const BorneName borne{known->code, stored.name.name, stored.name.validity};
        bear(stored.name.name, borne);
        if (stored.name.short_name != stored.name.name) bear(stored.name.short_name, borne);
        if (known->name.id == 0 || stored.name.validity.from <= known->seen_on) {
            known->name = std::move(stored);
        } else if (!known->next_name) {
            known->next_name = stored.name.validity.from;
        }
    });
}

Result<void> DirectoryState::load_parents(database::Transaction& transaction)
{
    return transaction.each(sql::all_parents, [&](const database::Row& row) {
        auto* known = agency(row.id<AgencyId>("agency_id"));
        const auto validity = validity_from(row);
        if (validity.holds_on(known->seen_on)) {
            known->parent = StoredParent{.id = row.integer("id"),
                                         .parent = row.id<AgencyId>("parent_id"),
                                         .validity = validity};
        } else if (validity.from > known->seen_on && !known->next_parent) {
            known->next_parent = validity.from;
        }
    });
}

Result<void> DirectoryState::load_contacts(database::Transaction& transaction)
{
    return transaction.each(sql::own_contacts, [&](const database::Row& row) {
        auto* known = agency(row.id<AgencyId>("agency_id"));
        const auto validity = validity_from(row);
        if (!validity.holds_on(known->seen_on)) return;
        known->contacts.push_back({.id = row.id<ContactId>("id"),
                                   .kind = row.string("kind"),
                                   .label = row.string("label"),
                                   .value = row.string("value"),
                                   .validity = validity});
    });
}

Result<void> DirectoryState::load_official_codes(database::Transaction& transaction)
{
    return transaction.each(sql::all_official_codes, [&](const database::Row& row) {
        auto code = official_code_from(row);
        auto* known = agency(code.agency);
        bear_code({.system = code.system, .code = code.code},
                  {known->code, known->name.name.name, code.validity});
        known->codes.push_back(std::move(code));
    });
}

Result<void> DirectoryState::load_other_names(database::Transaction& transaction)
{
    TRY(transaction.each(sql::all_aliases, [&](const database::Row& row) {
        const auto id = row.maybe_id<AgencyId>("agency_id");
        const auto* known = id ? agency(*id) : nullptr;
        bear(row.text("alias"), {.owner = known ? known->code : std::string{},
                                 .who = known ? known->name.name.name : row.string("group_name"),
                                 .validity = validity_from(row)});
    }));
    const auto all = TRY(groups(transaction));
    for (const auto& group : all) bear(group.name, {.who = group.name});
    return {};
}

KnownAgency* DirectoryState::agency(AgencyId id)
{
    const auto code = m_codes.find(id.value);
    VERIFY(code != m_codes.end());
    return &m_agencies.find(code->second)->second;
}

const KnownAgency* DirectoryState::find(std::string_view code) const
{
    const auto found = m_agencies.find(code);
    return found == m_agencies.end() ? nullptr : &found->second;
}

const KnownAgency* DirectoryState::find(AgencyId id) const
{
    const auto code = m_codes.find(id.value);
    return code == m_codes.end() ? nullptr : find(code->second);
}

const Kind* DirectoryState::kind(std::string_view key) const
{
    const auto found = std::ranges::find(m_kinds, key, &Kind::key);
    return found == m_kinds.end() ? nullptr : &*found;
}

const BorneName* DirectoryState::other_bearer(std::string_view text, std::string_view owner,
                                              const Validity& validity) const
{
    const auto found = m_names.find(spoken_form(text));
    return found == m_names.end() ? nullptr : another(found->second, owner, validity);
}

const BorneName* DirectoryState::other_bearer_of_code(const SheetCode& code, std::string_view owner,
                                                      const Validity& validity) const
{
    const auto found = m_official_codes.find({std::string(code.system), code.code});
    return found == m_official_codes.end() ? nullptr : another(found->second, owner, validity);
}

void DirectoryState::bear_code(const SheetCode& code, BorneName borne)
{
    m_official_codes[{std::string(code.system), code.code}].push_back(std::move(borne));
}

void DirectoryState::bear(std::string_view text, BorneName borne)
{
    m_names[spoken_form(text)].push_back(std::move(borne));
}

}  // namespace caicach::organisation

#include "organisation/registration.hpp"

#include <algorithm>

#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"
#include "organisation/limits.hpp"
#include "organisation/naming.hpp"
#include "organisation/permissions.hpp"
#include "organisation/rows.hpp"
#include "organisation/sql.hpp"
#include "text/collate.hpp"
#include "text/slug.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

Result<bool> is_found(database::Transaction& transaction, std::string_view sql,
                      std::string_view value)
{
    const auto found = [](const database::Row& row) { return row.integer("found") > 0; };
    return transaction.one(sql, found, value);
}

Result<void> check_validity(const Validity& validity)
{
    if (validity.to && *validity.to < validity.from)
        return failure(Failure::invalid, "organisation.validity.backwards", "valid_to");
    return {};
}

/// Cleaned and within its limit, or a failure that names the field.
Result<std::string> checked_name(std::string_view name, std::string field)
{
    auto cleaned = text::squeeze(text::clean_input(name));
    if (name_key(cleaned).empty())
        return failure(Failure::invalid, "organisation.name.missing", std::move(field));
    if (text::length(cleaned) > limits::name_length_max)
        return failure(Failure::invalid, "organisation.name.too_long", std::move(field),
                       {std::to_string(limits::name_length_max)});
    return cleaned;
}

bool is_code(std::string_view code)
{
    const auto may_stand = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    };
    return !code.empty() && code.size() <= limits::code_length_max &&
           std::ranges::all_of(code, may_stand);
}

/// Whom a text means on some of these days, by its spoken form: "Xã Hòa An" is not "Xã Hoa An".
Result<std::vector<Target>> bearers(database::Transaction& transaction, std::string_view name,
                                    const Validity& validity)
{
    const auto spoken = spoken_form(name);
    const auto key = text::fold(spoken);
    std::vector<Target> targets;
    const auto take = [&](const database::Row& row) {
        if (spoken_form(row.text("text")) == spoken) targets.push_back(target_from(row));
    };
    TRY(transaction.each(sql::uses_of_name_key, take, std::string_view(key), validity.from,
                         validity.to));
    return targets;
}

Result<std::string> free_slug(database::Transaction& transaction, std::string_view name)
{
    auto base = text::slug(name);
    if (base.empty()) base = "co-quan";
    for (int twin = 1; twin <= limits::twins_max; ++twin) {
        auto slug = twin == 1 ? base : base + "-" + std::to_string(twin);
        const bool is_used = TRY(is_found(transaction, sql::slug_is_used, slug));
        if (!is_used) return slug;
    }
    return failure(Failure::conflict, "organisation.name.taken", "name", {std::string(name)});
}

Result<std::string> free_code(database::Transaction& transaction, std::string_view name)
{
    auto base = initials(name).substr(0, limits::code_length_max - 4);
    if (!is_code(base)) base = "CQ";
    for (int twin = 1; twin <= limits::twins_max; ++twin) {
        auto code = twin == 1 ? base : base + "-" + std::to_string(twin);
        const bool is_used = TRY(is_found(transaction, sql::code_is_used, code));
        if (!is_used) return code;
    }
    return failure(Failure::conflict, "organisation.code.taken", "code", {base});
}

}  // namespace

Result<void> check_code(std::string_view code)
{
    if (is_code(code)) return {};
    return failure(Failure::invalid, "organisation.code.malformed", "code",
                   {std::to_string(limits::code_length_max)});
}

Result<void> check_name(std::string_view name)
{
    TRY(checked_name(name, "name"));
    return {};
}

Result<bool> is_name_borne(database::Transaction& transaction, std::string_view name,
                           const Validity& validity)
{
    const auto targets = TRY(bearers(transaction, name, validity));
    return !targets.empty();
}

Result<AgencyId> store_agency(database::Transaction& transaction, const std::string& code,
                              std::string_view name, const Validity& life)
{
    const auto slug = TRY(free_slug(transaction, name));
    const auto id = make_id<AgencyId>();
    TRY(transaction.change_one(sql::insert_agency, id, code, slug, life.from, life.to));
    return id;
}

namespace
{

Result<std::string> checked_code(database::Transaction& transaction, const std::string& code,
                                 std::string_view name)
{
    if (code.empty()) return free_code(transaction, name);
    TRY(check_code(code));
    const bool is_used = TRY(is_found(transaction, sql::code_is_used, code));
    if (is_used) return failure(Failure::conflict, "organisation.code.taken", "code", {code});
    return code;
}

Result<void> check_kind(database::Transaction& transaction, const DatedName& name)
{
    const auto known = TRY(transaction.maybe_one(sql::kind_by_key, kind_from, name.kind));
    if (!known) return failure(Failure::invalid, "organisation.kind.unknown", "kind", {name.kind});
    if (!known->validity.holds_on(name.validity.from))
        return failure(Failure::invalid, "organisation.kind.not_on_day", "kind",
                       {known->text, name.validity.from.vietnamese()});
    return {};
}

Result<void> check_parent(database::Transaction& transaction, const NewAgency& agency)
{
    if (!agency.parent) return {};
    if (!agency_by_id(transaction, *agency.parent, agency.validity.from))
        return failure(Failure::invalid, "organisation.parent.unknown", "parent");
    return {};
}

}  // namespace

Result<void> store_name(database::Transaction& transaction, AgencyId id, const DatedName& dated)
{
    const auto name = TRY(checked_name(dated.name, "name"));
    auto short_name = name;
    if (!text::trim(dated.short_name).empty())
        short_name = TRY(checked_name(dated.short_name, "short_name"));
    TRY(check_validity(dated.validity));
    TRY(check_kind(transaction, dated));
    for (const auto& written : {name, short_name}) {
        const auto taken = TRY(bearers(transaction, written, dated.validity));
        const auto is_other = [&](const Target& target) { return target != Target{id}; };
        if (std::ranges::any_of(taken, is_other))
            return failure(Failure::conflict, "organisation.name.taken",
                           written == name ? "name" : "short_name", {written});
    }
    return insert_name(
        transaction, next_id(), id,
        {.name = name, .short_name = short_name, .kind = dated.kind, .validity = dated.validity});
}

Result<void> insert_name(database::Transaction& transaction, std::int64_t row, AgencyId agency,
                         const DatedName& name)
{
    return transaction.change_one(sql::insert_name, row, agency, name.name, name_key(name.name),
                                  text::collation_key(name.name), name.short_name,
                                  name_key(name.short_name), name.kind, name.validity.from,
                                  name.validity.to);
}

Result<AgencyId> create_agency_with_names(Context& context, database::Transaction& transaction,
                                          const NewAgency& agency, std::span<const DatedName> names)
{
    VERIFY(!names.empty());
    const auto name = TRY(checked_name(names.back().name, "name"));
    TRY(check_validity(agency.validity));
    TRY(check_parent(transaction, agency));
    const auto code = TRY(checked_code(transaction, agency.code, name));
    const auto id = TRY(store_agency(transaction, code, name, agency.validity));
    for (const auto& dated : names) TRY(store_name(transaction, id, dated));
    if (agency.parent) {
        TRY(transaction.change_one(sql::insert_parent, next_id(), id, *agency.parent,
                                   agency.validity.from, agency.validity.to));
    }
    const auto detail = beginning_detail(json::Value::object().set("code", code).set("name", name));
    TRY(context.record(transaction, "organisation.agency.created", "organisation.agency", id.value,
                       detail));
    return id;
}

bool may_manage(const Context& context, AgencyId agency)
{
    return context.may(manage_agencies, scope_of(agency));
}

Result<void> require_management(const Context& context, AgencyId agency)
{
    return context.require(manage_agencies, scope_of(agency));
}

Result<AgencyId> create_agency(Context& context, database::Transaction& transaction,
                               const NewAgency& agency)
{
    const DatedName name{.name = agency.name,
                         .short_name = agency.short_name,
                         .kind = agency.kind,
                         .validity = agency.validity};
    const auto id = TRY(create_agency_with_names(context, transaction, agency, {&name, 1}));
    TRY(context.publish(transaction, DirectoryChanged{}));
    return id;
}

Result<bool> store_alias(database::Transaction& transaction, const NewAlias& alias)
{
    const auto written = TRY(checked_name(alias.text, "alias"));
    TRY(check_validity(alias.validity));
    const auto taken = TRY(bearers(transaction, written, alias.validity));
    for (const auto& target : taken) {
        if (target != alias.target)
            return failure(Failure::conflict, "organisation.alias.taken", "alias", {written});
    }
    if (!taken.empty()) return false;
    TRY(transaction.change_one(sql::insert_alias, next_id(), written, name_key(written),
                               agency_in(alias.target), group_in(alias.target), alias.validity.from,
                               alias.validity.to));
    return true;
}

Result<void> add_alias(Context& context, database::Transaction& transaction, const NewAlias& alias)
{
    // Asks first, so that a target that is not there answers not_found and no foreign key fails.
    TRY(name_of(transaction, alias.target, alias.validity.from));
    const bool is_new = TRY(store_alias(transaction, alias));
    if (!is_new) return {};
    const auto* agency = std::get_if<AgencyId>(&alias.target);
    const auto detail =
        beginning_detail(json::Value::object().set("alias", text::squeeze(alias.text)));
    return context.record(transaction, "organisation.alias.added",
                          agency ? "organisation.agency" : "organisation.group",
                          agency ? agency->value : std::get<GroupId>(alias.target).value, detail);
}

Result<void> set_group_exception(Context& context, database::Transaction& transaction,
                                 GroupId group, AgencyId agency, Membership membership,
                                 const Validity& validity)
{
    TRY(check_validity(validity));
    const auto summary = TRY(group_by_id(transaction, group));
    TRY(agency_by_id(transaction, agency, validity.from));
    if (summary.is_open)
        return failure(Failure::invalid, "organisation.group.open", "group", {summary.name});
    const bool is_member = membership == Membership::included;
    TRY(transaction.change_one(sql::insert_group_exception, group, agency, is_member, validity.from,
                               validity.to));
    const auto detail = beginning_detail(
        json::Value::object().set("agency", agency.value).set("member", is_member));
    TRY(context.record(transaction, "organisation.group.changed", "organisation.group", group.value,
                       detail));
    return context.publish(transaction, DirectoryChanged{});
}

}  // namespace caicach::organisation

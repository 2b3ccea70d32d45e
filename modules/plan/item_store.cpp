#include "plan/item_store.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

#include "json/value.hpp"
#include "plan/sql.hpp"

namespace caicach::plan
{
namespace
{

Item item_of(const database::Row& row)
{
    Item item{.id = row.id<ItemId>("id"),
              .edition = row.id<EditionId>("edition_id"),
              .lineage = row.id<ItemId>("lineage"),
              .position = row.real("position"),
              .path = row.string("path"),
              .type = item_type_from(row.text("type")).value_or(ItemType::activity),
              .title = row.string("title"),
              .area = row.string("area"),
              .requested = row.boolean("requested"),
              .first_line = static_cast<int>(row.integer("first_line")),
              .last_line = static_cast<int>(row.integer("last_line")),
              .confidence = row.real("confidence"),
              .is_reviewed = row.boolean("is_reviewed"),
              .is_removed = row.boolean("is_removed"),
              .version = row.integer("version")};
    read_terms(item, MUST(json::parse(row.text("terms"))));
    return item;
}

struct NamedAgency {
    ItemId item{};
    Role role{};
    Mention mention{};
};

NamedAgency agency_of(const database::Row& row)
{
    NamedAgency named{.item = row.id<ItemId>("item_id"),
                      .role = role_from(row.text("role")).value_or(Role::lead),
                      .mention = {.text = row.string("text")}};
    if (const auto agency = row.maybe_id<organisation::AgencyId>("agency_id")) {
        named.mention.target = *agency;
    } else if (const auto group = row.maybe_id<organisation::GroupId>("group_id")) {
        named.mention.target = *group;
    }
    return named;
}

template <class Wanted>
std::optional<Wanted> target_as(const Mention& mention)
{
    if (!mention.target) return std::nullopt;
    const auto* found = std::get_if<Wanted>(&*mention.target);
    return found == nullptr ? std::nullopt : std::optional{*found};
}

}  // namespace

Result<void> ItemStore::add(Item& item)
{
    if (!item.id) item.id = make_id<ItemId>();
    if (!item.lineage) item.lineage = item.id;
    item.version = 1;
    TRY(m_transaction.change(sql::insert_item, item.id, item.edition, item.lineage, item.position,
                             item.path, name_of(item.type), item.title, item.area, item.requested,
                             item.first_line, item.last_line, item.confidence, item.is_reviewed,
                             item.is_removed, json::dump(terms_json(item)), item.version));
    return save_agencies(item);
}

Result<void> ItemStore::save(Item& item)
{
    TRY(m_transaction.change_one(sql::save_item, item.id, item.version, item.lineage, item.position,
                                 item.path, name_of(item.type), item.title, item.area,
                                 item.requested, item.first_line, item.last_line, item.confidence,
                                 item.is_reviewed, item.is_removed, json::dump(terms_json(item))));
    ++item.version;
    TRY(m_transaction.change(sql::delete_item_agencies, item.id));
    return save_agencies(item);
}

Result<void> ItemStore::save_agencies(const Item& item)
{
    for (const auto role : roles) {
        int number = 0;
        for (const auto& mention : item.agencies(role)) {
            TRY(m_transaction.change(sql::insert_item_agency, item.id, name_of(role), ++number,
                                     mention.text, target_as<organisation::AgencyId>(mention),
                                     target_as<organisation::GroupId>(mention)));
        }
    }
    return {};
}

Result<Item> ItemStore::find(ItemId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::item_by_id, item_of, id));
    if (!found) return failure(Failure::not_found, "plan.item.not_found");
    const auto agencies = TRY(m_transaction.all(sql::agencies_of_item, agency_of, id));
    for (const auto& named : agencies) found->agencies(named.role).push_back(named.mention);
    return std::move(*found);
}

Result<Item> ItemStore::find(EditionId edition, std::string_view code)
{
    const auto items = TRY(m_transaction.all(
        sql::lineages_of_edition,
        [](const database::Row& row) {
            return Item{.id = row.id<ItemId>("id"), .lineage = row.id<ItemId>("lineage")};
        },
        edition));
    const auto found = std::ranges::find(items, code, &Item::code);
    if (found == items.end()) return failure(Failure::not_found, "plan.item.not_found");
    return find(found->id);
}

Result<std::vector<Item>> ItemStore::all_of(EditionId edition)
{
    auto items = TRY(m_transaction.all(sql::items_of_edition, item_of, edition));
    auto agencies = TRY(m_transaction.all(sql::agencies_of_edition, agency_of, edition));
    std::unordered_map<std::int64_t, Item*> by_id;
    for (auto& item : items) by_id[item.id.value] = &item;
    for (auto& named : agencies) {
        by_id.at(named.item.value)->agencies(named.role).push_back(std::move(named.mention));
    }
    return items;
}

Result<void> ItemStore::remove_all(EditionId edition)
{
    TRY(m_transaction.change(sql::delete_agencies_of_edition, edition));
    TRY(m_transaction.change(sql::delete_items, edition));
    return {};
}

std::vector<Item> without_removed(std::vector<Item> items)
{
    std::erase_if(items, [](const Item& item) { return item.is_removed; });
    return items;
}

}  // namespace caicach::plan

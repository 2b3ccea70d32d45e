#pragma once
#include <string>
#include <vector>

#include "plan/item_views.hpp"

/// What the editor of an item needs to know of the world around it.
namespace caicach::plan
{

/// Groups and agencies of the day by their official names.
[[nodiscard]] Result<std::vector<std::string>> agency_names(database::Transaction& transaction,
                                                            Date day);
/// Those that fields of a form offer while one types: of a large directory the groups alone, for
/// any name that is typed is looked up.
[[nodiscard]] Result<std::vector<std::string>> offered_names(database::Transaction& transaction,
                                                             Date day);
/// Up to 3 that come nearest to a name that nobody bears.
[[nodiscard]] Result<std::vector<std::string>> suggestions_for(database::Transaction& transaction,
                                                               const std::string& name, Date day);

[[nodiscard]] Result<ItemEditorPage> load_editor(const Context& context,
                                                 database::Transaction& transaction,
                                                 const Edition& edition, Item item,
                                                 http::Form form);

/// A new item as the request asks for it: of the unknown line `dong`, or after the item `sau`.
[[nodiscard]] Result<ItemEditorPage> load_new_item(const Context& context,
                                                   database::Transaction& transaction,
                                                   const Edition& edition,
                                                   const http::Request& request);

}  // namespace caicach::plan

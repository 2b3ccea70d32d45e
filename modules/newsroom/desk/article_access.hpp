#pragma once
#include <string>

#include "http/request.hpp"
#include "manifest/context.hpp"
#include "newsroom/article/article.hpp"

namespace caicach::newsroom
{

/// The article of the address, for who writes, edits or publishes articles of its agency.
[[nodiscard]] Result<Article> readable_in(const Context& context,
                                          database::Transaction& transaction,
                                          const http::Request& request);
/// Who made a revision or a remark.
[[nodiscard]] Result<std::string> name_of(database::Transaction& transaction, AccountId account);

}  // namespace caicach::newsroom

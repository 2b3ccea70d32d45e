#pragma once
#include "manifest/context.hpp"
#include "outgoing/api.hpp"

namespace caicach::outgoing
{

/// Gone, with an audit line; it never had a number.
[[nodiscard]] Result<void> discard_draft(Context& context, database::Transaction& transaction,
                                         const Document& document);

/// Head and signature lines of the agency as of that day, in the place of what the content says.
/// invalid "outgoing.document.signer" where who is to sign may not do so on that day.
[[nodiscard]] Result<void> set_head(const Context& context, database::Transaction& transaction,
                                    const Document& document, Date day,
                                    document::OfficialDocument& content);

}  // namespace caicach::outgoing

#pragma once
#include <string>

#include "attachment/api.hpp"
#include "document/photo_note.hpp"

/// Part of the module's door (api.hpp includes it): what cameras noted in pictures that prove
/// something. Pictures are kept without it; it stands beside them where who brought one wishes so.
namespace caicach::evidence
{

[[nodiscard]] Result<void> keep_photo_note(database::Transaction& transaction,
                                           attachment::AttachmentId file,
                                           const document::PhotoNote& note);
/// Nothing where none was kept.
[[nodiscard]] Result<void> forget_photo_note(database::Transaction& transaction,
                                             attachment::AttachmentId file);
/// In words; empty where nobody wished it kept.
[[nodiscard]] Result<std::string> photo_in_words(database::Transaction& transaction,
                                                 attachment::AttachmentId file);

}  // namespace caicach::evidence

#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "http/request.hpp"
#include "obligation/draft/draft.hpp"
#include "once/once.hpp"

/// What a form that reports a result sends beside its words: a file, the draft that it goes on
/// with, its key. The same of the task's page and of a letter's link.
namespace caicach::obligation
{

/// A photo over a slow telephone takes its time.
inline constexpr int proof_upload_seconds = 300;

/// A file that came, kept, and what the camera noted in it where that is to be kept.
struct Proof {
    std::optional<attachment::KeptFile> file{};
    std::optional<document::PhotoNote> photo{};
};
/// The file is looked at and kept before the transaction is opened; none where the form sent none.
/// What the camera noted is read first: what is kept is redrawn without it. Refusals are about
/// "proof".
[[nodiscard]] Result<Proof> proof_in(Context& context, const http::Request& request);

/// The code of the draft's file, where the form means that one.
[[nodiscard]] std::string file_meant(const http::Request& request);
/// The draft's file by that code; conflict "obligation.draft.file_gone" where the draft has it no
/// longer.
[[nodiscard]] Result<attachment::AttachmentId> file_of_draft(database::Transaction& transaction,
                                                             const std::optional<Draft>& draft,
                                                             std::string_view code);

/// The version of the draft that the person saw; 0: none.
[[nodiscard]] std::int64_t seen_version(const http::Request& request);
/// After a result: its draft goes. Another person's, saved meanwhile, is what is still to be sent.
[[nodiscard]] Result<void> end_own_draft(Context& context, database::Transaction& transaction,
                                         const std::optional<Draft>& draft,
                                         const http::Request& request,
                                         attachment::AttachmentId used_file);

[[nodiscard]] once::Sending sending_of(ObligationId obligation, std::string key,
                                       std::string content = {});

}  // namespace caicach::obligation

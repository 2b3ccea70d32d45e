#include "obligation/draft/sent_proof.hpp"

#include <utility>

#include "obligation/draft/result_form.hpp"

namespace caicach::obligation
{
namespace
{

const http::UploadedFile* upload_in(const http::Request& request)
{
    for (const auto& upload : request.files())
        if (upload.field == "proof" && upload.size > 0) return &upload;
    return nullptr;
}

tl::unexpected<Error> about_proof(Error error)
{
    error.field = "proof";
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace

Result<Proof> proof_in(Context& context, const http::Request& request)
{
    const auto* upload = upload_in(request);
    if (upload == nullptr) return Proof{};
    Proof proof;
    if (request.checked("photo_note")) {
        auto note = document::read_photo_note(upload->content.path());
        if (!note) return about_proof(std::move(note).error());
        proof.photo = *note;
    }
    auto kept = attachment::keep(context, attachment::file_of(*upload), proof_use());
    if (!kept) return about_proof(std::move(kept).error());
    proof.file = std::move(*kept);
    return proof;
}

std::string file_meant(const http::Request& request)
{
    if (upload_in(request) != nullptr || request.checked("drop_file")) return {};
    return std::string{request.raw("draft_file")};
}

Result<attachment::AttachmentId> file_of_draft(database::Transaction& transaction,
                                               const std::optional<Draft>& draft,
                                               std::string_view code)
{
    if (code.empty()) return attachment::AttachmentId{};
    if (draft && draft->file) {
        const auto file = TRY(attachment::find(transaction, draft->file));
        if (file.code == code) return file.id;
    }
    return failure(Failure::conflict, "obligation.draft.file_gone", "proof");
}

std::int64_t seen_version(const http::Request& request)
{
    return request.integer("draft_version").value_or(0);
}

Result<void> end_own_draft(Context& context, database::Transaction& transaction,
                           const std::optional<Draft>& draft, const http::Request& request,
                           attachment::AttachmentId used_file)
{
    if (!draft) return {};
    // Another person's, saved meanwhile, is what is still to be sent.
    const bool is_own = draft->version == seen_version(request) ||
                        draft->saved_by == context.actor().account ||
                        (used_file && draft->file == used_file);
    if (!is_own) return {};
    return end_draft(context, transaction, *draft, used_file);
}

once::Sending sending_of(ObligationId obligation, std::string key, std::string content)
{
    return {.purpose = std::string{result_sending},
            .owner = obligation.value,
            .key = std::move(key),
            .content_sha256 = std::move(content)};
}

}  // namespace caicach::obligation

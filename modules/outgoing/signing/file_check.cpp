#include "outgoing/signing/file_check.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "crypto/cms.hpp"
#include "document/limits.hpp"
#include "http/upload.hpp"
#include "outgoing/signing/authorities.hpp"

namespace caicach::outgoing
{
namespace
{

FileStanding standing_of(const std::vector<document::SignatureVerdict>& signatures)
{
    if (signatures.empty()) return FileStanding::unsigned_file;
    if (!std::ranges::all_of(signatures, &document::SignatureVerdict::is_intact))
        return FileStanding::broken;
    const bool is_trusted = std::ranges::all_of(
        signatures, [](const auto& one) { return one.cms->trust == crypto::CmsTrust::trusted; });
    return is_trusted ? FileStanding::sound : FileStanding::untrusted;
}

}  // namespace

Result<FileCheck> check_file(const Context& context, const http::UploadedFile& file)
{
    FileCheck check{.name = file.client_name};
    if (static_cast<std::uint64_t>(file.size) > document::limits::file_bytes_max)
        return failure(Failure::too_large, "document.limit.file", "file",
                       {std::to_string(document::limits::file_bytes_max >> 20U)});
    auto bytes = TRY(http::bytes_of(file));
    if (!bytes.starts_with("%PDF-"))
        return failure(Failure::invalid, "outgoing.signature.no_pdf", "file");
    const auto authorities = trusted_authorities(context.services().data_folder);
    const crypto::TrustedAuthorities* trusted = nullptr;
    if (!authorities) {
        check.authorities = AuthoritiesState::broken;
    } else if (const auto& held = *authorities) {
        check.authorities = AuthoritiesState::there;
        trusted = &*held;
    }
    auto verdicts = document::verify_signatures(std::move(bytes),
                                                {.authorities = trusted, .now = context.now()});
    if (verdicts) {
        check.standing = standing_of(*verdicts);
        check.signatures = std::move(*verdicts);
        return check;
    }
    if (verdicts.error().kind != Failure::unsupported)
        return tl::unexpected<Error>(std::move(verdicts).error());
    check.others = TRY(document::other_signatures(file.content.path()));
    if (!check.others.empty()) check.standing = FileStanding::read_by_other;
    return check;
}

}  // namespace caicach::outgoing

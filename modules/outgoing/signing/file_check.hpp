#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/other_signatures.hpp"
#include "document/pdf_verification.hpp"
#include "http/request.hpp"
#include "manifest/context.hpp"

namespace caicach::outgoing
{

/// What the file as a whole is worth.
enum class FileStanding {
    unsigned_file,
    sound,          ///< every signature stands, by authorities that are trusted
    untrusted,      ///< every signature stands, of one at least it is not known by whom
    broken,         ///< one at least does not stand
    read_by_other,  ///< not by us: what follows is not ours to say
};

enum class AuthoritiesState { there, none, broken };

struct FileCheck {
    std::string name{};  ///< as the browser named it
    FileStanding standing{FileStanding::unsigned_file};
    AuthoritiesState authorities{AuthoritiesState::none};
    std::vector<document::SignatureVerdict> signatures{};  ///< in the order of signing
    std::vector<document::OtherSignature> others{};        ///< where it is read by the other
};

/// Who signed the file. Nothing of it is kept. invalid "outgoing.signature.no_pdf", too_large
/// "document.limit.file".
[[nodiscard]] Result<FileCheck> check_file(const Context& context, const http::UploadedFile& file);

}  // namespace caicach::outgoing

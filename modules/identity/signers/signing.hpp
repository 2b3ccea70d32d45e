#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "identity/ids.hpp"
#include "manifest/actor.hpp"
#include "organisation/api.hpp"

/// Who signs the documents of an agency, and how that stands above the signature: "KT. CHỦ TỊCH",
/// "PHÓ CHỦ TỊCH". Part of the module's door (api.hpp includes it): reports print these lines.
namespace caicach::identity
{

/// A way to sign, as the law of a day has it: a row of data/reference/signing_forms.csv. Keys in
/// use: head, acting (Q.), deputy (KT.), order (TL.), authority (TUQ.); "collective" (TM.) is what
/// stands above any of them.
struct SigningForm {
    std::string key{};
    std::string mark{};  ///< before the title of the head: "KT."; empty for the head's own
    std::string text{};  ///< "Cấp phó ký thay"
    bool shows_own_title{};
    bool needs_document{};
    bool needs_end{};
    organisation::Validity validity{};
    std::string source{};
};
/// Those in force on `day`, in the order of the file.
[[nodiscard]] std::vector<SigningForm> signing_forms_on(Date day);

/// One person's right to sign for an agency in one form.
struct Signer {
    SignerId id{};
    organisation::AgencyId agency{};
    std::string form{};        ///< key of a SigningForm
    std::string name{};        ///< without academic titles
    std::string collective{};  ///< "Ủy ban nhân dân", where it is signed for a collective; or empty
    std::string head_title{};  ///< "Chủ tịch"
    std::string own_title{};   ///< "Phó Chủ tịch"
    std::string matters{};     ///< which documents; empty: all
    std::string document{};    ///< the deciding document
    AccountId account{};       ///< of the signer, where there is one
    organisation::Validity validity{};
};

/// What stands above and below the place of the signature.
struct SignatureBlock {
    std::vector<std::string> lines{};  ///< "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
    std::string name{};                ///< "Lê Văn Tám"

    friend bool operator==(const SignatureBlock&, const SignatureBlock&) = default;
};
/// Pure. `forms` are those of the day of the document; nothing where the form was not in force.
[[nodiscard]] std::optional<SignatureBlock> signature_block(const Signer& signer,
                                                            const std::vector<SigningForm>& forms);

/// Who may sign for the agency on the day; the head and who acts as head first, then in the order
/// of the forms.
[[nodiscard]] Result<std::vector<Signer>> signers_on(database::Transaction& transaction,
                                                     organisation::AgencyId agency, Date day);
/// The block of the first who may sign in that form on the day; nothing where nobody may.
[[nodiscard]] Result<std::optional<SignatureBlock>> signature_of(database::Transaction& transaction,
                                                                 organisation::AgencyId agency,
                                                                 std::string_view form, Date day);

/// One of those who may sign on a day, for a list to choose from.
struct PossibleSignature {
    SignerId signer{};
    AccountId account{};  ///< where the signer has one
    SignatureBlock block{};
    std::string text{};  ///< "KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC: Lê Văn Tám (văn bản về tài chính)"
};
/// In the order of signers_on.
[[nodiscard]] Result<std::vector<PossibleSignature>> signatures_on(
    database::Transaction& transaction, organisation::AgencyId agency, Date day);

}  // namespace caicach::identity

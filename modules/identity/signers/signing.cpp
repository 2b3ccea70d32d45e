#include "identity/signers/signing.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "database/transaction.hpp"
#include "identity/reference_files.hpp"
#include "identity/signers/signer.hpp"
#include "identity/signing_forms_file.hpp"
#include "manifest/row_days.hpp"
#include "text/text.hpp"

namespace caicach::identity
{

namespace
{

Result<std::vector<SigningForm>> read_forms(const text::Table& table)
{
    std::vector<SigningForm> forms;
    for (const auto& row : table.rows()) {
        SigningForm form{.mark = std::string(table.at(row, "mark")),
                         .source = std::string(table.at(row, "source"))};
        form.key = TRY(text::required_text(table, row, "key"));
        form.text = TRY(text::required_text(table, row, "text"));
        form.shows_own_title = TRY(text::yes_or_no(table, row, "own_title"));
        form.needs_document = TRY(text::yes_or_no(table, row, "needs_document"));
        form.needs_end = TRY(text::yes_or_no(table, row, "needs_end"));
        const auto days = TRY(row_days(table, row));
        form.validity = {days.from, days.to};
        forms.push_back(std::move(form));
    }
    return forms;
}

/// Signers stand in the database under these keys.
Result<void> check_forms(const text::Table& table)
{
    TRY(read_forms(table));
    const auto built_in = TRY(text::Table::parse(signing_forms_file::signing_forms));
    return text::require_keys(table, built_in);
}

const SigningForm* find(const std::vector<SigningForm>& forms, std::string_view key)
{
    const auto found = std::ranges::find(forms, key, &SigningForm::key);
    return found == forms.end() ? nullptr : &*found;
}

std::string line_of(std::string_view mark, std::string_view title)
{
    return (mark.empty() ? std::string{} : std::string(mark) + " ") + text::upper(title);
}

}  // namespace

text::ReferenceFile signing_forms_table()
{
    return {"signing_forms.csv", signing_forms_file::signing_forms, check_forms};
}

std::span<const text::ReferenceFile> reference_files()
{
    static const std::array files{signing_forms_table(), staff_categories_table()};
    return files;
}

std::vector<SigningForm> signing_forms_on(Date day)
{
    // Once: a province's own table is in its place before anybody asks, and was checked.
    static const auto all = [] {
        const auto table = MUST(text::table_of(signing_forms_table()));
        return MUST(read_forms(table));
    }();
    auto forms = all;
    std::erase_if(forms, [&](const SigningForm& form) { return !form.validity.holds_on(day); });
    return forms;
}

std::optional<SignatureBlock> signature_block(const Signer& signer,
                                              const std::vector<SigningForm>& forms)
{
    const auto* form = find(forms, signer.form);
    const auto* collective = find(forms, "collective");
    if (form == nullptr || form == collective) return std::nullopt;
    SignatureBlock block{.name = signer.name};
    if (!signer.collective.empty() && collective != nullptr)
        block.lines.push_back(line_of(collective->mark, signer.collective));
    block.lines.push_back(line_of(form->mark, signer.head_title));
    if (form->shows_own_title) block.lines.push_back(line_of({}, signer.own_title));
    return block;
}

Result<std::vector<Signer>> signers_on(database::Transaction& transaction,
                                       organisation::AgencyId agency, Date day)
{
    const auto forms = signing_forms_on(day);
    auto signers = TRY(signers_of(transaction, agency));
    std::erase_if(signers, [&](const Signer& signer) {
        return !signer.validity.holds_on(day) || find(forms, signer.form) == nullptr;
    });
    std::ranges::stable_sort(signers, {}, [&](const Signer& signer) {
        return std::ranges::find(forms, signer.form, &SigningForm::key) - forms.begin();
    });
    return signers;
}

Result<std::optional<SignatureBlock>> signature_of(database::Transaction& transaction,
                                                   organisation::AgencyId agency,
                                                   std::string_view form, Date day)
{
    const auto signers = TRY(signers_on(transaction, agency, day));
    const auto found = std::ranges::find(signers, form, &Signer::form);
    if (found == signers.end()) return std::optional<SignatureBlock>{};
    return signature_block(*found, signing_forms_on(day));
}

Result<std::vector<PossibleSignature>> signatures_on(database::Transaction& transaction,
                                                     organisation::AgencyId agency, Date day)
{
    const auto signers = TRY(signers_on(transaction, agency, day));
    const auto forms = signing_forms_on(day);
    std::vector<PossibleSignature> possible;
    for (const auto& signer : signers) {
        auto block = signature_block(signer, forms);
        if (!block) continue;
        auto text = text::join(block->lines, ", ") + ": " + block->name;
        if (!signer.matters.empty()) text += " (" + signer.matters + ")";
        possible.push_back({.signer = signer.id,
                            .account = signer.account,
                            .block = std::move(*block),
                            .text = std::move(text)});
    }
    return possible;
}

}  // namespace caicach::identity

#include "outgoing/document/kept_paper.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "document/archive.hpp"
#include "outgoing/document/numbering.hpp"
#include "outgoing/testing.hpp"
#include "support/app.hpp"

namespace caicach::outgoing
{
namespace
{

using caicach::testing::App;
using identity::Role;

std::optional<KeptPaper> kept_in(Context& context, DocumentId document)
{
    auto transaction = MUST(context.read());
    return MUST(kept_paper_of(context, transaction, document));
}

/// As if a later program drew the same document in another way.
void put(const std::string& path, std::string_view bytes)
{
    std::filesystem::remove(path);
    std::ofstream{path, std::ios::binary} << bytes;
}

}  // namespace

TEST_CASE("what was drawn with the number is what is handed out, whatever is drawn later")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    auto context = app.system_context();
    static_cast<void>(testing::series_of_agency(context, "SNV"));
    const auto draft = testing::draft_of_agency(context, "SNV");
    const auto path = "/van-ban-di/" + draft.code;
    const auto early = keep_paper(context, draft.id);
    REQUIRE_FALSE(early);
    CHECK(early.error().key == "outgoing.document.not_numbered");
    CHECK(officer.get(path + "/van-ban.pdf").text().starts_with("%PDF-"));
    CHECK_FALSE(kept_in(context, draft.id));

    REQUIRE(officer.post(path + "/cap-so", {{"version", "1"}}).status == 303);
    const auto kept = kept_in(context, draft.id);
    REQUIRE(kept);
    CHECK(keep_paper(context, draft.id));  // once is enough
    CHECK(kept_in(context, draft.id)->pdf_path == kept->pdf_path);
    put(kept->pdf_path, "%PDF-kept");
    put(kept->docx_path, "PK kept");
    CHECK(officer.get(path + "/van-ban.pdf").text() == "%PDF-kept");
    CHECK(officer.get(path + "/van-ban.docx").text() == "PK kept");
    const auto package = officer.get(path + "/goi.zip").text();
    const auto archive = MUST(document::Archive::open(package));
    CHECK(MUST(archive.part("van-ban.pdf")) == "%PDF-kept");
    CHECK(MUST(archive.part("van-ban.docx")) == "PK kept");
}

TEST_CASE("of a document that was numbered without its files they are kept before it is sent")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    auto context = app.system_context();
    static_cast<void>(testing::series_of_agency(context, "SNV"));
    const auto draft = testing::draft_of_agency(context, "SNV");
    {
        auto transaction = MUST(context.begin());
        MUST(number_document(context, transaction, draft, {}));
        MUST(transaction.commit());
    }
    CHECK_FALSE(kept_in(context, draft.id));
    const auto path = "/van-ban-di/" + draft.code;
    // It names nobody, so it is not sent; its files are kept all the same.
    CHECK(officer.post(path + "/gui", {{"version", "2"}}).status == 422);
    CHECK(kept_in(context, draft.id));
}

}  // namespace caicach::outgoing

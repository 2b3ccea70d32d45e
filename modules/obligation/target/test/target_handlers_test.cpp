#include <fstream>
#include <sstream>

#include "base/process.hpp"
#include "document/xlsx_writer.hpp"
#include "obligation/target/test/office.hpp"

namespace caicach::obligation
{

TEST_CASE("an agency states its numbers, and whoever watches the plan sees how far the target is")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    CHECK(has(officer.get("/chi-tieu"), "Chưa có"));
    const auto measure = measure_of(office);
    const auto form = office.page() + "/so-lieu";
    CHECK(officer.get(form + "?muc=" + measure + "&co-quan=SYT").status == 200);
    const auto answer = officer.post(form, good(measure));
    REQUIRE(answer.status == 303);
    const auto own = officer.get(std::string{answer.header("location")});
    CHECK(has(own, "850 / 1.000 = 85%"));
    CHECK(has(officer.get("/chi-tieu"), "850 / 1.000 = 85%"));

    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto list = coordinator.get(office.list());
    CHECK(has(list, "85%"));
    CHECK(has(list, "1/1 cơ quan"));
    CHECK(has(coordinator.get(office.page()), "Cổng dịch vụ công"));
    CHECK(has(coordinator.get("/theo-doi/" + office.target.plan_code), office.list()));

    const auto id = between(own, "name=\"measurement\" value=\"", "\"");
    const Fields back{{"muc", measure}, {"co-quan", "SYT"}, {"measurement", id}};
    CHECK(officer.post(form + "/rut", back).status == 303);
    CHECK(officer.post(form + "/rut", back).status == 409);
    CHECK(has(officer.get("/chi-tieu"), "Chưa có"));
    CHECK(has(officer.get(form + "?muc=" + measure + "&co-quan=SYT"), "Đã rút lại"));
}

TEST_CASE("a wrong number is refused beside its field, and nothing typed is lost")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto measure = measure_of(office);
    const auto form = office.page() + "/so-lieu";
    const auto larger = officer.post(form, with(good(measure), "numerator", "1.001"));
    CHECK(larger.status == 422);
    CHECK(has(larger, "loi-numerator"));
    CHECK(has(larger, "value=\"1.001\""));
    CHECK(has(larger, "value=\"28/02/2026\""));
    CHECK(officer.post(form, with(good(measure), "as_of", "16/03/2026")).status == 422);
    CHECK(officer.post(form, with(good(measure), "source", "")).status == 422);
    CHECK(officer.post(form, with(good(measure), "denominator", "0")).status == 422);
    CHECK(officer.post(form, with(good(measure), "muc", "khac")).status == 404);
    CHECK(officer.post_without_token(form, good(measure)).status == 403);
    CHECK(has(officer.get("/chi-tieu"), "Chưa có"));
}

TEST_CASE("others neither see a target nor state its numbers")
{
    Office office;
    const auto measure = measure_of(office);
    const auto form = office.page() + "/so-lieu";
    auto stranger = office.app.as(Role::agency_head, "STP");
    CHECK(stranger.get(office.page()).status == 404);
    CHECK(stranger.post(form, good(measure)).status == 404);
    CHECK(stranger.get(form + "?muc=" + measure + "&co-quan=SYT").status == 404);
    CHECK(stranger.get(office.list()).status == 403);
    CHECK(stranger.get("/chi-tieu/" + office.target.plan_code + "/nhap/mau.csv").status == 200);
    CHECK(!has(stranger.get("/chi-tieu/" + office.target.plan_code + "/nhap/mau.csv"), ",SYT,"));
    CHECK(!has(stranger.get("/chi-tieu"), "Hoàn thành lộ trình giá"));
    // Who oversees reads, and writes nothing.
    auto overseer = office.app.as(Role::overseer, "SNV");
    CHECK(overseer.get(office.page()).status == 200);
    CHECK(overseer.post(form, good(measure)).status == 403);
    CHECK(overseer.get(office.page() + "/cach-do").status == 403);
    auto officer = office.app.as(Role::agency_officer, "SYT");
    CHECK(officer.get(office.page() + "/cach-do").status == 403);
    CHECK(office.app.as(Role::coordinator, "STP").get(office.page() + "/cach-do").status == 404);
}

TEST_CASE("the list is filtered by field and state, and taken along as files")
{
    Office office;
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto measure = measure_of(office);
    CHECK(coordinator.post(office.page() + "/so-lieu", good(measure)).status == 303);
    const auto reached = coordinator.get(office.list() + "?tinh-trang=reached");
    CHECK(has(reached, "hồ sơ thủ tục"));
    CHECK(!has(reached, "Hoàn thành lộ trình giá"));
    const auto unknown = coordinator.get(office.list() + "?tinh-trang=unknown");
    CHECK(has(unknown, "Hoàn thành lộ trình giá"));
    CHECK(!has(unknown, "I.1. "));
    const auto csv = coordinator.get(office.list() + ".csv");
    CHECK(has(csv, "Tử số,Mẫu số"));
    CHECK(has(csv, ",850,1000,"));
    CHECK(has(csv, "Sở Y tế"));
    const auto xlsx = coordinator.get(office.list() + ".xlsx");
    CHECK(xlsx.status == 200);
    CHECK(text_of(xlsx).starts_with("PK"));
}

TEST_CASE("the coordinator says how a target is measured, and where a value stands")
{
    Office office;
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto path = office.page() + "/cach-do";
    const auto measure = measure_of(office);
    CHECK(has(coordinator.get(path), "Cơ quan ghi"));
    const Fields value{{"subject", "thư xin lỗi"},
                       {"op", ">="},
                       {"value", "100"},
                       {"unit", "%"},
                       {"source", "QĐ 10/QĐ-UBND"},
                       {"source_on", "05/01/2026"}};
    const auto without = coordinator.post(path, with(value, "source_on", ""));
    CHECK(without.status == 422);
    CHECK(has(without, "thư xin lỗi"));
    CHECK(coordinator.post(path, with(value, "value", "nhiều")).status == 422);
    CHECK(coordinator.post(path, value).status == 303);
    CHECK(has(coordinator.get(office.page()), "QĐ 10/QĐ-UBND, ngày 05/01/2026"));
    const Fields unknown{{"muc", measure}, {"seen", "0"}, {"numerator", "evidence.khong-co"}};
    CHECK(coordinator.post(path, unknown).status == 422);
    const Fields figures{{"muc", measure}, {"seen", "0"}, {"numerator", "evidence.article"}};
    CHECK(coordinator.post(path, figures).status == 303);
    CHECK(coordinator.post(path, figures).status == 409);
    CHECK(has(coordinator.get(office.page()), "/so-lieu/evidence.article?tu=2026-01-01"));
    const auto key = between(coordinator.get(path), "cach-do/bo", "</form>");
    const auto at = key.find("name=\"muc\" value=\"") + 18;
    const auto set = key.substr(at, key.find('"', at) - at);
    CHECK(coordinator.post(path + "/bo", {{"muc", measure}}).status == 409);
    CHECK(coordinator.post(path + "/bo", {{"muc", set}}).status == 303);
    CHECK(!has(coordinator.get(office.page()), "QĐ 10/QĐ-UBND"));
}

TEST_CASE("what each agency is to reach for itself is counted, and who does not reach it is named")
{
    App app;
    auto context = app.system_context();
    auto item = plan::testing::activity_of(context, "Mỗi cơ quan có ít nhất 01 mô hình", "SYT");
    item.path = "I.7";
    item.type = plan::ItemType::target;
    item.metrics = {{.op = ">=", .value = 1, .unit = "mô hình"}};
    for (const auto* code : {"STP", "STC"})
        item.lead.push_back(plan::testing::activity_of(context, "", code).lead.front());
    const auto edition =
        plan::testing::plan_in_force(context, {.items = {std::move(item)}, .coordinator = "SNV"});
    auto transaction = MUST(context.read());
    const auto plan = MUST(plan::summary_of(transaction, edition.plan));
    const auto code = MUST(plan::items_in_force(transaction, edition.plan)).front().code();
    const auto page = "/chi-tieu/" + plan.code + "/" + code;
    auto coordinator = app.as(Role::coordinator, "SNV");
    const auto before = coordinator.get(page);
    CHECK(has(before, "Mỗi cơ quan tự đạt (theo lời kế hoạch)"));
    const auto measure = between(before, "so-lieu?muc=", "&");
    const auto state = [&](const std::string& agency, const std::string& value) {
        return coordinator
            .post(page + "/so-lieu", {{"muc", measure},
                                      {"co-quan", agency},
                                      {"value", value},
                                      {"as_of", "28/02/2026"},
                                      {"source", "Báo cáo"}})
            .status;
    };
    CHECK(state("SYT", "3") == 303);
    CHECK(state("STP", "0") == 303);
    const auto after = coordinator.get(page);
    CHECK(has(after, "1/3 cơ quan đạt"));
    CHECK(has(after, "Chưa đạt (1)</summary><p>Sở Tư pháp."));
    CHECK(has(after, "Chưa có số liệu (1)</summary><p>Sở Tài chính."));
    const auto list = "/theo-doi/" + plan.code + "/chi-tieu";
    CHECK(has(coordinator.get(list + "?tinh-trang=not_yet"), "1/3 cơ quan đạt"));
    CHECK(has(coordinator.get(list + ".csv"), "1/3 cơ quan đạt"));

    const auto form = page + "/cach-do";
    const Fields unknown{{"muc", measure}, {"seen", "0"}, {"scope", "moi-xa"}};
    const auto refused = coordinator.post(form, unknown);
    CHECK(refused.status == 422);
    CHECK(has(refused, "loi-scope"));
    const Fields together{{"muc", measure}, {"seen", "0"}, {"scope", "together"}};
    CHECK(coordinator.post(form, together).status == 303);
    CHECK(coordinator.post(form, together).status == 409);
    const auto summed = coordinator.get(page);
    CHECK(has(summed, "Tính chung mọi cơ quan (điều phối nêu)"));
    CHECK(has(summed, "3 mô hình"));
    CHECK(!has(summed, "cơ quan đạt</dd>"));
}

TEST_CASE("the coordinator says which value is a part of the first, and takes it back")
{
    App app;
    auto context = app.system_context();
    auto item = plan::testing::activity_of(
        context, "Hài lòng đạt 90%, lĩnh vực đất đai đạt tối thiểu 85%", "SYT");
    item.path = "I.8";
    item.type = plan::ItemType::target;
    item.metrics = {{.op = ">=", .value = 90, .unit = "%", .subject = "hài lòng"},
                    {.op = ">=", .value = 85, .unit = "%", .subject = "đất đai"}};
    const auto edition =
        plan::testing::plan_in_force(context, {.items = {std::move(item)}, .coordinator = "SNV"});
    auto transaction = MUST(context.read());
    const auto plan = MUST(plan::summary_of(transaction, edition.plan));
    const auto code = MUST(plan::items_in_force(transaction, edition.plan)).front().code();
    const auto page = "/chi-tieu/" + plan.code + "/" + code;
    auto coordinator = app.as(Role::coordinator, "SNV");
    CHECK(!has(coordinator.get(page), "Trong đó: "));
    const auto form = coordinator.get(page + "/cach-do");
    CHECK(has(form, "Là một phần (trong đó …)"));
    const auto second = form.text().find("name=\"muc\"", form.text().find("name=\"muc\"") + 1);
    const auto at = form.text().find("value=\"", second) + 7;
    const auto key = form.text().substr(at, form.text().find('"', at) - at);
    const Fields wrong{{"muc", key}, {"seen", "0"}, {"place", "ba-phan"}};
    CHECK(coordinator.post(page + "/cach-do", wrong).status == 422);
    const auto first = between(form, "name=\"muc\" value=\"", "\"");
    const Fields of_itself{{"muc", first}, {"seen", "0"}, {"place", "part"}};
    CHECK(coordinator.post(page + "/cach-do", of_itself).status == 422);
    const Fields part{{"muc", key}, {"seen", "0"}, {"place", "part"}};
    CHECK(app.as(Role::coordinator, "STP").post(page + "/cach-do", part).status == 404);
    CHECK(coordinator.post(page + "/cach-do", part).status == 303);
    CHECK(coordinator.post(page + "/cach-do", part).status == 409);
    CHECK(has(coordinator.get(page), "Trong đó: "));
    CHECK(has(coordinator.get("/theo-doi/" + plan.code + "/chi-tieu"), "trong đó: "));
}

TEST_CASE("numbers of corrected words are shown as earlier ones until the coordinator joins them")
{
    Office office;
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto measure = measure_of(office);
    CHECK(coordinator.post(office.page() + "/so-lieu", good(measure)).status == 303);
    {
        auto context = office.app.system_context();
        auto transaction = MUST(context.begin());
        auto items = MUST(plan::items_in_force(transaction, office.target.plan));
        items.front().metrics.front().subject = "hồ sơ trực tuyến";
        MUST(plan::ItemStore{transaction}.save(items.front()));
        MUST(transaction.commit());
    }
    const auto page = coordinator.get(office.page());
    CHECK(has(page, "Số liệu theo cách ghi trước"));
    const auto history = office.page() + "/so-lieu?muc=" + measure + "&co-quan=SYT";
    const auto earlier = coordinator.get(history);
    CHECK(has(earlier, "850 / 1.000 = 85%"));
    CHECK(has(earlier, "Theo cách ghi trước: "));
    CHECK(!has(earlier, "Ghi số liệu mới"));
    CHECK(coordinator.post(office.page() + "/so-lieu", good(measure)).status == 404);

    const auto form = office.page() + "/cach-do";
    const auto offered = coordinator.get(form);
    CHECK(has(offered, "Nối tiếp số liệu này"));
    const auto now = between(offered, "name=\"muc\" value=\"", "\"");
    const Fields join{{"muc", now}, {"noi", measure}, {"seen", "0"}};
    CHECK(office.app.as(Role::agency_officer, "SYT").post(form, join).status == 403);
    CHECK(coordinator.post(form, join).status == 303);
    CHECK(coordinator.post(form, join).status == 404);  // the key of today's words is no more
    CHECK(!has(coordinator.get(office.page()), "Số liệu theo cách ghi trước"));
    CHECK(has(coordinator.get(history), "Ghi số liệu mới"));
    CHECK(has(coordinator.get(form), "Thôi nối số liệu cũ"));
}

TEST_CASE("a table of numbers is shown before anything is kept, then kept as one piece, once")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto path = "/chi-tieu/" + office.target.plan_code + "/nhap";
    const auto code = office.target.code + "/" + measure_of(office);
    CHECK(has(officer.get(path + "/mau.csv"), code));
    const std::string head =
        "Mã chỉ tiêu;Cơ quan;Tử số;Mẫu số;Giá trị;Đạt;Số liệu đến ngày;Nguồn;Lạ\n";
    const auto wrong =
        officer.upload(path, "file", "a.csv",
                       head + code + ";SYT;9;10;;;28/02/2026;Cổng;\n" + code +
                           ";STP;9;10;;;28/02/2026;Cổng;\nX/Y;SYT;1;2;;;hôm qua;C;\n");
    CHECK(wrong.status == 200);
    CHECK(has(wrong, "Chưa nhập được"));
    CHECK(has(wrong, "hôm qua"));
    CHECK(has(wrong, "Lạ"));
    CHECK(!has(wrong, "Ghi các số liệu này"));
    const auto table = head + code + ";Sở Y tế;9;10;;;28/02/2026;Cổng;\n" + code + ";SYT;;;;;;;\n";
    const auto shown = officer.upload(path, "file", "a.csv", table);
    CHECK(shown.status == 200);
    CHECK(has(shown, "9 / 10 = 90%"));
    CHECK(has(officer.get("/chi-tieu"), "Chưa có"));
    auto rows = between(shown, "name=\"rows\" value=\"", "\"");
    for (auto at = rows.find("&quot;"); at != std::string::npos; at = rows.find("&quot;"))
        rows.replace(at, 6, "\"");
    CHECK(office.app.as(Role::agency_officer, "STP").post(path + "/ghi", {{"rows", rows}}).status ==
          409);
    CHECK(officer.post(path + "/ghi", {{"rows", rows}}).status == 303);
    CHECK(has(officer.get("/chi-tieu"), "9 / 10 = 90%"));
    CHECK(has(officer.upload(path, "file", "a.csv", table), "Mọi số trong tệp đã có ở đây"));
    CHECK(officer.upload(path, "file", "a.csv", "một tờ giấy\n").status == 422);
    CHECK(officer.post(path + "/ghi", {{"rows", "{"}}).status >= 400);
}

TEST_CASE("a workbook's decimals stay decimals, and a part of one is no percentage by itself")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto path = "/chi-tieu/" + office.target.plan_code + "/nhap";
    const auto code = office.target.code + "/" + measure_of(office);
    const auto shown = [&](document::SheetCell top, document::SheetCell bottom,
                           document::SheetCell value) {
        const auto file = MUST(TemporaryDirectory::create());
        auto writer = MUST(document::XlsxWriter::create(file.file("a.xlsx"), "Số liệu",
                                                        {{"Mã chỉ tiêu"},
                                                         {"Cơ quan"},
                                                         {"Tử số"},
                                                         {"Mẫu số"},
                                                         {"Giá trị"},
                                                         {"Số liệu đến ngày"},
                                                         {"Nguồn"}}));
        const std::vector<document::SheetCell> row{
            {code},           {"SYT"},     std::move(top), std::move(bottom),
            std::move(value), {"", 46081}, {"Cổng"}};
        MUST(writer.add_row(row));
        MUST(writer.finish());
        std::ostringstream bytes;
        bytes << std::ifstream{file.file("a.xlsx"), std::ios::binary}.rdbuf();
        return officer.upload(path, "file", "a.xlsx", bytes.str());
    };
    // Twelve and a third is not twelve thousand.
    CHECK(has(shown({"", 12.345}, {"", 12500}, {}), "Không đọc được số này"));
    CHECK(has(shown({}, {}, {"", 92.125}), "Không đọc được số này"));
    CHECK(has(shown({"", 12.5}, {"", 12500}, {}), "12,5 / 12.500 = 0,1%"));
    CHECK(has(shown({}, {}, {"", 99.900000000000006}), "99,9%"));
    CHECK(has(shown({}, {}, {"", 0.085}), "“0,085” là 0,085% hay 8,5%?"));
    CHECK(has(shown({}, {}, {"", 1}), "“1” là 1% hay 100%?"));
    const auto sure = shown({}, {}, {"0,85%"});
    CHECK(has(sure, "0,85%"));
    CHECK(has(sure, "Ghi các số liệu này"));
    CHECK(!has(sure, "hay 85%?"));
}

TEST_CASE("an answer of a table is read as people write it, and asked back where it is not known")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto path = "/chi-tieu/" + office.target.plan_code + "/nhap";
    const auto sheet = officer.get(path + "/mau.csv");
    const auto line = text_of(sheet).find("Hoàn thành lộ trình giá");
    REQUIRE(line != std::string_view::npos);
    const auto begin = text_of(sheet).rfind('\n', line) + 1;
    const std::string code{text_of(sheet).substr(begin, text_of(sheet).find(',', begin) - begin)};
    const auto shown = [&](const std::string& answer) {
        return officer.upload(path, "file", "a.csv",
                              "Mã chỉ tiêu;Cơ quan;Đạt;Số liệu đến ngày;Nguồn\n" + code + ";SYT;" +
                                  answer + ";28/02/2026;Cổng\n");
    };
    for (const auto* unknown : {"Có thể", "Không rõ", "2", "Gần đạt", "Đang làm", "85%", "?"}) {
        CAPTURE(unknown);
        const auto asked = shown(unknown);
        CHECK(has(asked, "Không rõ “" + std::string{unknown} + "” là đạt hay chưa"));
        CHECK(!has(asked, "Ghi các số liệu này"));
    }
    for (const auto* yes : {"Đã đạt", "đạt", "Có", "rồi", "TRUE", "ĐÚNG", "1", "x", "X", "yes"}) {
        CAPTURE(yes);
        CHECK(has(shown(yes), ">Đạt</td>"));
    }
    for (const auto* no : {"Không", "Chưa", "chưa đạt", "Không  đạt", "FALSE", "Sai", "0", "no"}) {
        CAPTURE(no);
        CHECK(has(shown(no), ">Chưa đạt</td>"));
    }
}

TEST_CASE("an agency that oversees a target sees the numbers of all, one that helps only the whole")
{
    App app;
    auto context = app.system_context();
    auto item = plan::testing::activity_of(context, "100% hồ sơ được số hóa", "SYT");
    item.path = "I.7";
    item.type = plan::ItemType::target;
    item.metrics = {{.op = "=", .value = 100, .unit = "%"}};
    item.perform = item.lead;
    item.lead.clear();
    item.oversee = plan::testing::activity_of(context, "", "VPUB").lead;
    item.support = plan::testing::activity_of(context, "", "STC").lead;
    const auto edition = plan::testing::plan_in_force(context, {.items = {std::move(item)}});
    auto transaction = MUST(context.read());
    const auto plan = MUST(plan::summary_of(transaction, edition.plan));
    const auto code = MUST(plan::items_in_force(transaction, edition.plan)).front().code();
    const auto page = "/chi-tieu/" + plan.code + "/" + code;
    const auto overseeing = app.as(Role::agency_officer, "VPUB").get(page);
    CHECK(has(overseeing, "co-quan=SYT"));
    const auto helping = app.as(Role::agency_officer, "STC").get(page);
    CHECK(helping.status == 200);
    CHECK(!has(helping, "co-quan=SYT"));
    CHECK(has(helping, "Cơ quan theo dõi"));
}

}  // namespace caicach::obligation

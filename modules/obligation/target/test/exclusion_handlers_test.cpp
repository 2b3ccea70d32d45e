#include "obligation/target/test/office.hpp"

namespace caicach::obligation
{

TEST_CASE("an agency says that a target does not apply to it, and the coordinator decides")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    auto stranger = office.app.as(Role::agency_officer, "STP");
    const auto path = office.page() + "/khong-thuoc-dien";
    CHECK(stranger.get(path).status == 404);
    CHECK(has(officer.get(path), "Gửi cơ quan điều phối xác nhận"));
    const auto without = officer.post(path, {{"co-quan", "SYT"}, {"reason", "  "}});
    CHECK(without.status == 422);
    CHECK(has(without, "loi-reason"));
    CHECK(stranger.post(path, {{"co-quan", "SYT"}, {"reason", "Không"}}).status == 404);
    CHECK(officer.post(path, {{"co-quan", "STP"}, {"reason", "Không"}}).status == 403);
    const Fields said{{"co-quan", "SYT"}, {"reason", "Không có hồ sơ nào"}};
    CHECK(officer.post(path, said).status == 303);
    CHECK(officer.post(path, said).status == 303);
    CHECK(officer.post(path, with(said, "reason", "Khác")).status == 409);
    // It waits: the agency is still asked.
    CHECK(has(coordinator.get(office.page()), "0/1 cơ quan"));
    CHECK(has(coordinator.get(office.list()), "Chờ xác nhận không thuộc diện (1)"));

    const auto shown = coordinator.get(path);
    CHECK(has(shown, "Không có hồ sơ nào"));
    const Fields verdict{{"exclusion", value_in(shown, "exclusion")},
                         {"version", value_in(shown, "version")},
                         {"verdict", "granted"},
                         {"answer", ""}};
    CHECK(officer.post(path + "/tra-loi", verdict).status == 403);
    CHECK(coordinator.post(path + "/tra-loi", with(verdict, "version", "9")).status == 409);
    const auto mute = coordinator.post(path + "/tra-loi", with(verdict, "verdict", "refused"));
    CHECK(mute.status == 422);
    CHECK(has(mute, "loi-answer"));
    CHECK(coordinator.post(path + "/tra-loi", verdict).status == 303);

    CHECK(has(coordinator.get(office.page()), "Không cơ quan nào thuộc diện"));
    CHECK(has(coordinator.get(office.page()), "Sở Y tế: Không có hồ sơ nào"));
    CHECK(has(coordinator.get(office.list() + ".csv"), "Sở Y tế: Không có hồ sơ nào"));
    CHECK(has(officer.get("/chi-tieu"), "Không thuộc diện: Không có hồ sơ nào"));
    const auto form = officer.get(office.page() + "/so-lieu?co-quan=SYT");
    CHECK(has(form, "Chỉ tiêu không áp dụng cho cơ quan này"));
    CHECK(!has(form, "Ghi số liệu mới"));

    const auto own = officer.get(path);
    const Fields back{{"exclusion", value_in(own, "exclusion")},
                      {"version", value_in(own, "version")},
                      {"co-quan", "SYT"}};
    CHECK(stranger.post(path + "/rut", back).status == 404);
    CHECK(officer.post(path + "/rut", with(back, "version", "1")).status == 409);
    CHECK(officer.post(path + "/rut", back).status == 303);
    CHECK(officer.post(path + "/rut", back).status == 409);
    CHECK(has(coordinator.get(office.page()), "0/1 cơ quan"));
}

TEST_CASE("one of two values of a target may not apply, and a refusal says why")
{
    Office office;
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const Fields value{{"subject", "hồ sơ đất đai"},
                       {"op", ">="},
                       {"value", "60"},
                       {"unit", "%"},
                       {"source", "KH 5/KH-UBND"},
                       {"source_on", "05/01/2026"}};
    CHECK(coordinator.post(office.page() + "/cach-do", value).status == 303);
    auto officer = office.app.as(Role::agency_officer, "SYT");
    const auto path = office.page() + "/khong-thuoc-dien";
    const auto select = between(officer.get(path), "name=\"measure\"", "</select>");
    const auto at = select.rfind("<option value=\"") + 15;
    const auto key = select.substr(at, select.find('"', at) - at);
    CHECK(officer.post(path, {{"measure", "khong-co"}, {"reason", "Không"}}).status == 404);
    CHECK(officer.post(path, {{"measure", key}, {"reason", "Không có hồ sơ đất đai"}}).status ==
          303);
    const auto shown = coordinator.get(path);
    CHECK(has(shown, "Riêng mức: "));
    const Fields verdict{{"exclusion", value_in(shown, "exclusion")},
                         {"version", value_in(shown, "version")},
                         {"verdict", "granted"}};
    CHECK(coordinator.post(path + "/tra-loi", verdict).status == 303);
    const auto page = coordinator.get(office.page());
    CHECK(has(page, "0/1 cơ quan"));
    CHECK(has(page, "Không cơ quan nào thuộc diện"));
    const auto granted = coordinator.get(path);
    const Fields refusal{{"exclusion", value_in(granted, "exclusion")},
                         {"version", value_in(granted, "version")},
                         {"verdict", "refused"},
                         {"answer", "Năm nay có 3 hồ sơ"}};
    CHECK(coordinator.post(path + "/tra-loi", refusal).status == 303);
    CHECK(has(officer.get(path), "Năm nay có 3 hồ sơ"));
    CHECK(!has(coordinator.get(office.page()), "Không cơ quan nào thuộc diện"));
}

TEST_CASE("a table may say that a target does not apply; with a number beside it it is refused")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto path = "/chi-tieu/" + office.target.plan_code + "/nhap";
    const auto code = office.target.code + "/" + measure_of(office);
    CHECK(has(officer.get(path + "/mau.csv"), "Không thuộc diện"));
    const std::string head = "Mã chỉ tiêu;Cơ quan;Tử số;Mẫu số;Không thuộc diện;Số liệu đến ngày\n";
    const auto both =
        officer.upload(path, "file", "a.csv", head + code + ";SYT;1;2;Không có;28/02/2026\n");
    CHECK(has(both, "vừa có số vừa ghi không thuộc diện"));
    const auto table = head + code + ";SYT;;;Không có hồ sơ;\n";
    const auto shown = officer.upload(path, "file", "a.csv", table);
    CHECK(has(shown, "Không thuộc diện: Không có hồ sơ"));
    auto rows = value_in(shown, "rows");
    for (auto at = rows.find("&quot;"); at != std::string::npos; at = rows.find("&quot;"))
        rows.replace(at, 6, "\"");
    CHECK(officer.post(path + "/ghi", {{"rows", rows}}).status == 303);
    CHECK(has(officer.upload(path, "file", "a.csv", table), "Mọi số trong tệp đã có ở đây"));
    CHECK(has(coordinator.get(office.list()), "Chờ xác nhận không thuộc diện (1)"));
    // The coordinator's own table decides at once.
    CHECK(coordinator.post(path + "/ghi", {{"rows", rows}}).status == 303);
    CHECK(has(coordinator.get(office.page()), "Không cơ quan nào thuộc diện"));
    CHECK(!has(officer.get(path + "/mau.csv"), code));
}

}  // namespace caicach::obligation

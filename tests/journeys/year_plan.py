"""The plan of the year, in the words of the sample province."""

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM

Số: {number}/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Sông Lam, ngày {day} năm 2026

# KẾ HOẠCH

## Việc cải cách hành chính phải làm đều trong năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Việc nào cũng có người làm, có ngày xong và đếm được.

II. NHIỆM VỤ

1. Đăng tin, bài về một cửa trên trang của cơ quan, ít nhất {articles} tin, bài/tháng.

* Cơ quan chủ trì: Các sở, ban, ngành.

* Thời gian thực hiện: Hàng tháng.

2. Phát tin về dịch vụ công trên loa truyền thanh của xã, mỗi tháng ít nhất 01 lượt phát.

* Cơ quan chủ trì: Ủy ban nhân dân các xã, phường.

* Thời gian thực hiện: Hàng tháng.

3. Gặp gỡ, đối thoại với người dân trong xã, tối thiểu 02 cuộc đối thoại/năm.

* Cơ quan chủ trì: Ủy ban nhân dân các xã, phường.

* Thời gian thực hiện: Trong năm 2026.

4. Gửi báo cáo cải cách hành chính về Sở Nội vụ định kỳ hàng quý, trước ngày 20 của tháng cuối quý.

* Cơ quan chủ trì: Các sở, ban, ngành.

5. Ban hành kế hoạch của cơ quan về cải cách hành chính trước ngày 31/3/2026.

* Cơ quan chủ trì: Các sở, ban, ngành.

6. Mở cuộc đối thoại với doanh nghiệp của ngành mình, ít nhất 02 cuộc đối thoại/năm.

* Cơ quan chủ trì: Các sở, ban, ngành.

* Cơ quan phối hợp: Ủy ban nhân dân các xã, phường.

* Thời gian thực hiện: Trong năm 2026.

7. Mở lớp tập huấn về một cửa cho cán bộ, tối thiểu 01 lớp tập huấn/năm.

* Cơ quan chủ trì: Sở Nội vụ.

* Cơ quan thực hiện: Ủy ban nhân dân các xã, phường.

* Thời gian thực hiện: Trong năm 2026.

8. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh vận động nộp hồ sơ trực tuyến trước ngày 30/6/2026.

9. Gửi báo cáo hồ sơ trễ hạn về Sở Nội vụ hằng tháng, trước ngày 05 tháng sau.

* Cơ quan chủ trì: Các sở, ban, ngành.

III. CHỈ TIÊU

1. Tối thiểu 85% hồ sơ thủ tục hành chính của sở được nộp trực tuyến.

* Cơ quan chủ trì: Sở Tài chính.

Nơi nhận:

- Các sở, ban, ngành;

- Lưu: VT.

TM. ỦY BAN NHÂN DÂN

CHỦ TỊCH
"""
